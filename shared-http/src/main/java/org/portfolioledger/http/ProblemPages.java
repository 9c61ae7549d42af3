package org.portfolioledger.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /**
     * A type of problem.
     *
     * @param type path of the type
     * @param title what is wrong, in a few words
     * @param advice what the caller can do about it
     * @param rule number of the rule of the product that it stands for
     */
    record ProblemPage(
            String type,
            int status,
            String title,
            String advice,
            @Nullable Integer rule) {

        static ProblemPage of(ProblemType type) {
            return new ProblemPage(
                    "/problems/" + type.slug(), type.status(), type.title(), type.advice(), type.productRule());
        }
    }

    @GetMapping("/problems")
    @Operation(
            summary = "List the types of problem",
            description = "Every answer with a status of 400 or more has one of these types.")
    List<ProblemPage> all() {
        return catalogue.stream().map(ProblemPage::of).toList();
    }

    @GetMapping("/problems/{slug}")
    @Operation(
            summary = "Get one type of problem, and what to do about it",
            description = "The type of a problem detail is the path of this page.")
    ProblemPage one(@PathVariable String slug) {
        return catalogue.stream()
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(ProblemPage::of)
                .orElseThrow(() -> Problem.of(HttpProblem.NOT_FOUND, "No problem has the type " + slug));
    }
}
