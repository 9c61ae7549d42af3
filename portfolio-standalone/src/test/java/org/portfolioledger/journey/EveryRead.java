package org.portfolioledger.journey;

import static org.portfolioledger.journey.TravelledRegister.JUNE;
import static org.portfolioledger.journey.TravelledRegister.KNOWN_LATER;
import static org.portfolioledger.journey.TravelledRegister.KNOWN_THEN;
import static org.portfolioledger.journey.TravelledRegister.SEPTEMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The table of all reads below {@code /api/v1}: what each shows of the {@link TravelledRegister} from where one stands. */
final class EveryRead {

    /** A day and a state of knowledge, as parameters of a question. */
    static final List<String> POINTS = List.of(
            "asOf=" + JUNE + "&knownAt=" + KNOWN_THEN,
            "asOf=" + SEPTEMBER + "&knownAt=" + KNOWN_THEN,
            "asOf=" + JUNE + "&knownAt=" + KNOWN_LATER,
            "asOf=" + SEPTEMBER + "&knownAt=" + KNOWN_LATER);

    static final List<String> KNOWLEDGE = List.of("knownAt=" + KNOWN_THEN, "knownAt=" + KNOWN_LATER);

    /**
     * One line.
     *
     * @param operation path in the API page
     * @param path what is asked; a name in angle brackets stands for the position of that fact
     * @param pointer of what is looked at; a star stands for every element
     * @param points parameters to add, one after another
     * @param shown what the pointer shows at each point; a status and a problem where the answer is one
     * @param remark why it travels as it does, where that is not plain
     */
    record Line(String operation, String path, String pointer, List<String> points, List<String> shown, String remark) {

        Line {
            points = List.copyOf(points);
            shown = List.copyOf(shown);
            if (points.size() != shown.size()) throw new IllegalArgumentException(path);
        }

        /** Everything that the line asks, and the present where there is one. */
        List<String> questions(TravelledRegister register) {
            List<String> questions = new ArrayList<>();
            for (String point : points) questions.add(register.path(asked(point)));
            if (!path.startsWith("/changes")) questions.add(register.path(path));
            return questions.stream().distinct().toList();
        }

        String asked(String point) {
            if (point.isEmpty()) return path;
            return path + (path.contains("?") ? "&" : "?") + point;
        }

        @Override
        public String toString() {
            return path + " " + pointer;
        }

        boolean takesAsOf() {
            return points.equals(POINTS);
        }

        boolean takesKnownAt() {
            return takesAsOf() || points.equals(KNOWLEDGE);
        }
    }

    private static final String R = "?register=TRAVEL";

    static final List<Line> LINES = List.of(
            travels(
                    "/registers",
                    "/registers" + R,
                    "/items/*/name/value",
                    "Travel Council",
                    "Travel Council",
                    "Travel Borough",
                    "Travel Borough"),
            travels(
                    "/registers/{register}",
                    "/registers/TRAVEL",
                    "/name/value",
                    "Travel Council",
                    "Travel Council",
                    "Travel Borough",
                    "Travel Borough"),
            stays(
                    "/people",
                    "/people",
                    "/items/0/id",
                    "p-assurance",
                    "The directory holds who is to be reached today."),
            stays(
                    "/people/{id}",
                    "/people/p-sro1",
                    "/name",
                    "Name of p-sro1",
                    "An erased person is erased at every date: no read may bring the name back."),
            travels(
                    "/portfolios",
                    "/portfolios" + R,
                    "/items/*/businessGroups/BG/value",
                    "Homes",
                    "Housing",
                    "Dwellings",
                    "Homes and streets"),
            travels(
                    "/portfolios/{portfolio}",
                    "/portfolios/PF-T",
                    "/businessGroups/BG/value",
                    "Homes",
                    "Housing",
                    "Dwellings",
                    "Homes and streets"),
            travels(
                    "/portfolios/{portfolio}/rating-schemes",
                    "/portfolios/PF-T/rating-schemes",
                    "/items/*/id",
                    "RAG:1",
                    "RAG:1 | RAG:2",
                    "RAG:1 | RAG:3",
                    "RAG:1 | RAG:2 | RAG:3"),
            travels(
                    "/portfolios/{portfolio}/rating-schemes/{scheme}",
                    "/portfolios/PF-T/rating-schemes/RAG:2",
                    "/ratings/0/definition",
                    "404 not-in-effect-then",
                    "on target",
                    "404 not-in-effect-then",
                    "on track"),
            travels(
                    "/portfolios/{portfolio}/rating-schemes/{scheme}",
                    "/portfolios/PF-T/rating-schemes/RAG:3",
                    "/ratings/0/definition",
                    "404 not-known-then",
                    "404 not-known-then",
                    "on target",
                    "on target"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/*/name/value",
                    "New homes | Depot | Roads",
                    "Affordable homes | Depot | Roads",
                    "Council homes | Depot | Roads",
                    "Social homes | Depot | Roads"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/0/sro/value/holder/person",
                    "p-sro1",
                    "p-sro2",
                    "p-sro1",
                    "p-assurance"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/0/ratings/*/value/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/countsByRating/0/GREEN",
                    "1",
                    "",
                    "",
                    ""),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/countsByRating/0/RED",
                    "",
                    "",
                    "",
                    "1"),
            travels(
                    "/portfolios/{portfolio}/status",
                    "/portfolios/PF-T/status",
                    "/items/1/businessCase/lastOutcome/value/outcome",
                    "DEFERRED",
                    "APPROVED",
                    "NOTED",
                    "APPROVED_IN_PRINCIPLE"),
            travels(
                    "/initiatives",
                    "/initiatives" + R + "&level=PROGRAMME",
                    "/items/*/name/value",
                    "New homes",
                    "Affordable homes",
                    "Council homes",
                    "Social homes"),
            travels("/initiatives", "/initiatives" + R + "&name=afford", "/items/*/id", "", "PG-T", "", ""),
            travels(
                    "/initiatives/{initiative}",
                    "/initiatives/PG-T",
                    "/name/value",
                    "New homes",
                    "Affordable homes",
                    "Council homes",
                    "Social homes"),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history",
                    "/items/*/type",
                    "initiative-opened | role-appointed | rag-assessed"
                            + " | initiative-renamed | role-appointed | rag-assessed",
                    "initiative-opened | role-appointed | rag-assessed"
                            + " | initiative-renamed | role-appointed | rag-assessed"
                            + " | initiative-renamed | role-appointed | rag-assessed"
                            + " | corrected | corrected | corrected",
                    "It tells all days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PG-T/timeline",
                    "/initiative/*/state/name/value",
                    "New homes | Affordable homes",
                    "New homes | Council homes | Social homes",
                    "It has a segment for every range of days."),
            travels(
                    "/initiatives/{initiative}/downstream",
                    "/initiatives/PJ-T/downstream",
                    "/items/*/path/0/dependency",
                    "DEP-T",
                    "DEP-T | DEP-T",
                    "DEP-T | DEP-W",
                    "DEP-T | DEP-T | DEP-W"),
            travels(
                    "/initiatives/{initiative}/appointments",
                    "/initiatives/PG-T/appointments",
                    "/items/*/holder/person",
                    "p-sro1",
                    "p-sro2",
                    "p-sro1 | p-secretary",
                    "p-assurance | p-secretary"),
            travels(
                    "/initiatives/{initiative}/appointments/{appointment}",
                    "/initiatives/PG-T/appointments/SRO-2",
                    "/holder/person",
                    "404 not-in-effect-then",
                    "p-sro2",
                    "404 not-in-effect-then",
                    "p-assurance"),
            travels(
                    "/initiatives/{initiative}/rag-assessments",
                    "/initiatives/PG-T/rag-assessments",
                    "/items/*/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"),
            travels(
                    "/initiatives/{initiative}/rag-assessments/{rating}",
                    "/initiatives/PG-T/rag-assessments/OVERALL:PORTFOLIO_OFFICE",
                    "/rating",
                    "GREEN",
                    "AMBER_GREEN",
                    "AMBER",
                    "RED"),
            travels(
                    "/boards",
                    "/boards" + R + "&level=INVESTMENT",
                    "/items/*/limit/value/amount",
                    "1000000",
                    "2000000",
                    "3000000",
                    "4000000"),
            travels(
                    "/boards/{board}",
                    "/boards/BD-T",
                    "/limit/value/amount",
                    "1000000",
                    "2000000",
                    "3000000",
                    "4000000"),
            travels(
                    "/boards/{board}/decisions",
                    "/boards/BD-T/decisions",
                    "/items/*/outcome",
                    "NOTED | DEFERRED",
                    "NOTED | DEFERRED | NOTED | APPROVED",
                    "NOTED | DEFERRED | NOTED | NOTED",
                    "NOTED | DEFERRED | NOTED | NOTED | DEFERRED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/boards/{board}/decisions/{decision}",
                    "/boards/BD-T/decisions/D-2",
                    "/outcome",
                    "404 not-in-effect-then",
                    "NOTED",
                    "404 not-in-effect-then",
                    "DEFERRED"),
            travels(
                    "/business-cases",
                    "/business-cases" + R,
                    "/items/*/outcomes/*/value/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/business-cases/{businessCase}",
                    "/business-cases/BC-T",
                    "/outcomes/*/value/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/business-cases/{businessCase}/versions",
                    "/business-cases/BC-T/versions",
                    "/items/*/cost/amount",
                    "100000",
                    "100000 | 200000",
                    "100000 | 300000",
                    "100000 | 400000 | 300000"),
            travels(
                    "/business-cases/{businessCase}/versions/{version}",
                    "/business-cases/BC-T/versions/2",
                    "/cost/amount",
                    "404 not-in-effect-then",
                    "200000",
                    "404 not-in-effect-then",
                    "400000"),
            travels(
                    "/business-cases/{businessCase}/submissions",
                    "/business-cases/BC-T/submissions",
                    "/items/*/submittedBy",
                    "p-sro1",
                    "p-sro1 | p-sro1",
                    "p-sro1 | p-sro2",
                    "p-sro1 | p-sro2 | p-assurance"),
            travels(
                    "/business-cases/{businessCase}/decisions",
                    "/business-cases/BC-T/decisions",
                    "/items/*/outcome",
                    "DEFERRED",
                    "DEFERRED | APPROVED",
                    "DEFERRED | NOTED",
                    "DEFERRED | NOTED | APPROVED_IN_PRINCIPLE"),
            travels(
                    "/business-cases/{businessCase}/decisions/{decision}",
                    "/business-cases/BC-T/decisions/<approved>",
                    "/outcome",
                    "404 not-in-effect-then",
                    "APPROVED",
                    "404 not-known-then",
                    "404 not-known-then"),
            travels(
                    "/business-cases/{businessCase}/decisions/{decision}",
                    "/business-cases/BC-T/decisions/<approvedCorrected>",
                    "/outcome",
                    "404 not-known-then",
                    "404 not-known-then",
                    "404 not-in-effect-then",
                    "APPROVED_IN_PRINCIPLE"),
            travels(
                    "/dependencies",
                    "/dependencies" + R,
                    "/items/*/id",
                    "DEP-T",
                    "DEP-T | DEP-V",
                    "DEP-T | DEP-W",
                    "DEP-T | DEP-V | DEP-W"),
            travels(
                    "/dependencies/{dependency}",
                    "/dependencies/DEP-T",
                    "/promisedFor/value",
                    "2020-10-01",
                    "2020-11-01",
                    "2021-01-01",
                    "2020-12-01"),
            travels(
                    "/dependencies/graph",
                    "/dependencies/graph?portfolio=PF-T",
                    "/edges/*/promisedFor/value",
                    "2020-10-01",
                    "2020-11-01",
                    "2021-01-01",
                    "2020-12-01"),
            travels(
                    "/dependencies/graph",
                    "/dependencies/graph" + R,
                    "/edges/0/conflict",
                    "false",
                    "false",
                    "true",
                    "false"),
            compares("from=%1$s@%3$s&to=%2$s@%3$s", "New homes > Affordable homes"),
            compares("from=%1$s@%4$s&to=%2$s@%4$s", "Council homes > Social homes"),
            compares("from=%1$s@%3$s&to=%1$s@%4$s", "New homes > Council homes"),
            compares("from=%2$s@%3$s&to=%2$s@%4$s", "Affordable homes > Social homes"),
            compares("from=%1$s@%3$s&to=%1$s@%3$s", ""),
            known(
                    "/audit/facts",
                    "/audit/facts" + R + "&stream=initiative-PG-T",
                    "/items/*/type",
                    "initiative-opened | initiative-renamed",
                    "initiative-opened | initiative-renamed | initiative-renamed | corrected",
                    "It lists facts, whatever their days."),
            known(
                    "/facts/{position}",
                    "/facts/<renamed>",
                    "/stands/says/name",
                    "Affordable homes",
                    "Social homes",
                    "A fact was recorded once; what stands in its place depends on what is known."),
            known(
                    "/facts/{position}",
                    "/facts/<renamedCorrected>",
                    "/fact/type",
                    "404 not-known-then",
                    "corrected",
                    "It was recorded later."));

    private EveryRead() {}

    /** All that the table asks, and the present of it. */
    static List<String> questions(TravelledRegister register) {
        return LINES.stream()
                .flatMap(line -> line.questions(register).stream())
                .distinct()
                .toList();
    }

    /** All that a pointer leads to, a star being every element, in order. */
    static String at(JsonNode node, String pointer) {
        return found(node, List.of(pointer.substring(1).split("/", -1))).collect(Collectors.joining(" | "));
    }

    private static Stream<String> found(JsonNode node, List<String> way) {
        if (node.isMissingNode()) return Stream.empty();
        if (way.isEmpty()) return Stream.of(node.isValueNode() ? node.asString() : node.toString());
        List<String> rest = way.subList(1, way.size());
        if (way.getFirst().equals("*")) return node.valueStream().flatMap(child -> found(child, rest));
        return found(node.at("/" + way.getFirst()), rest);
    }

    private static Line travels(String operation, String path, String pointer, String... shown) {
        return new Line("/api/v1" + operation, path, pointer, POINTS, List.of(shown), "");
    }

    private static Line known(
            String operation, String path, String pointer, String before, String after, String remark) {
        return new Line("/api/v1" + operation, path, pointer, KNOWLEDGE, List.of(before, after), remark);
    }

    private static Line stays(String operation, String path, String pointer, String shown, String remark) {
        return new Line("/api/v1" + operation, path, pointer, List.of(""), List.of(shown), remark);
    }

    private static Line compares(String points, String fromTo) {
        String path = "/changes" + R + "&kind=initiative&" + points.formatted(JUNE, SEPTEMBER, KNOWN_THEN, KNOWN_LATER);
        return new Line(
                "/api/v1/changes",
                path,
                "/items/0/difference/0/*/value",
                List.of(""),
                List.of(fromTo.replace(" > ", " | ")),
                "Its points are from and to.");
    }
}
