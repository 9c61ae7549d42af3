package org.portfolioledger.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The error catalogue: one page for every type of problem. */
@RestController
class ProblemPages {

    private final List<ProblemType> catalogue;

    ProblemPages(List<ProblemTypes> contributed) {
        this.catalogue = Stream.concat(
                        Stream.<ProblemType>of(HttpProblem.values()),
                        contributed.stream().flatMap(part -> part.types().stream()))
                .sorted(Comparator.comparing(ProblemType::slug))
                .toList();
    }

    @GetMapping("/problems")
    @Operation(summary = "The error catalogue")
    List<Map<String, Object>> all() {
        return catalogue.stream().map(ProblemPages::page).toList();
    }

    @GetMapping("/problems/{slug}")
    @Operation(summary = "One type of problem, and what to do about it")
    Map<String, Object> one(@PathVariable String slug) {
        return catalogue.stream()
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(ProblemPages::page)
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No problem has the type " + slug));
    }

    private static Map<String, Object> page(ProblemType type) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("type", "/problems/" + type.slug());
        page.put("status", type.status());
        page.put("title", type.title());
        page.put("advice", type.advice());
        if (type.productRule() != null) page.put("rule", type.productRule());
        return page;
    }
}
