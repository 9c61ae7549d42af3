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
            if (!isComparison()) questions.add(register.path(path));
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

        /** Whether it is asked of the ledger, at a point that the answer names. */
        boolean hasAPoint() {
            return takesKnownAt() || isComparison();
        }

        /** Whether its points are parameters of its own. */
        private boolean isComparison() {
            return operation.equals("/api/v1/changes")
                    || operation.equals("/api/v1/portfolios/{portfolio}/changes")
                    || operation.endsWith("/risk-movements");
        }

        boolean takesAsOf() {
            return points.equals(POINTS);
        }

        boolean takesKnownAt() {
            return takesAsOf() || points.equals(KNOWLEDGE);
        }
    }

    static final String R = "?register=TRAVEL";

    static final List<Line> LINES = Stream.of(
                    ReadsOfInitiatives.LINES,
                    ReadsOfDecisions.LINES,
                    ReadsOfPapers.LINES,
                    ReadsOfOversight.LINES,
                    ReadsOfContracts.LINES,
                    ReadsOfRisks.LINES,
                    ReadsOfBenefits.LINES,
                    ReadsOfFigures.LINES,
                    ReadsOfDependencies.LINES,
                    ReadsOfDataStandards.LINES,
                    ReadsOfPeople.LINES,
                    ReadsOfHistories.LINES,
                    ReadsOfTheRest.LINES)
            .flatMap(List::stream)
            .toList();

    /** Those that are answered from what is on record: not what an operator sees of the rows, nor who asked what. */
    static final List<Line> OF_THE_RECORD = LINES.stream()
            .filter(line -> !line.operation().startsWith("/api/v1/rows")
                    && !line.operation().startsWith("/api/v1/access-audit"))
            .toList();

    private EveryRead() {}

    /**
     * What the table asks of what is on record, and the present of it: all in the long suite, else one question of each line,
     * of the next line at the next point.
     */
    static List<String> questions(TravelledRegister register) {
        Turns some = new Turns();
        return OF_THE_RECORD.stream()
                .flatMap(line -> some.of(line.questions(register)).stream())
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

    static Line travels(String operation, String path, String pointer, String... shown) {
        return new Line("/api/v1" + operation, path, pointer, POINTS, List.of(shown), "");
    }

    static Line known(String operation, String path, String pointer, String before, String after, String remark) {
        return new Line("/api/v1" + operation, path, pointer, KNOWLEDGE, List.of(before, after), remark);
    }

    static Line stays(String operation, String path, String pointer, String shown, String remark) {
        return new Line("/api/v1" + operation, path, pointer, List.of(""), List.of(shown), remark);
    }

    static Line compares(String points, String fromTo) {
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
