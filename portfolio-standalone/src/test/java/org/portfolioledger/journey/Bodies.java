package org.portfolioledger.journey;

/** Bodies of commands as an office would send them, all in the register ACME unless they say another. */
final class Bodies {

    static final String PAPER = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Bodies() {}

    static String register(String id) {
        return """
                {"id": "%s", "name": "Council %s", "effectiveOn": "2020-01-01"}""".formatted(id, id);
    }

    static String portfolio(String id, String register) {
        return """
                {"id": "%s", "register": "%s", "name": "Portfolio %s", "effectiveOn": "2020-01-01"}""".formatted(id, register, id);
    }

    static String scheme() {
        return """
                {"scheme": "ACME_RAG", "criteria": ["OVERALL"], "effectiveOn": "2020-01-01",
                 "ratings": [{"rating": "GREEN", "definition": "on target"},
                             {"rating": "AMBER", "definition": "slipping"},
                             {"rating": "RED", "definition": "off target"}]}""";
    }

    static String initiative(String id, String name, String portfolio) {
        return initiative(id, name, portfolio, "ACME");
    }

    static String initiative(String id, String name, String portfolio, String register) {
        return """
                {"id": "%s", "register": "%s", "level": "PROGRAMME", "name": "%s",
                 "placement": {"portfolio": "%s"}, "effectiveOn": "2020-01-06"}""".formatted(id, register, name, portfolio);
    }

    static String rename(String name, String on) {
        return """
                {"name": "%s", "effectiveOn": "%s"}""".formatted(name, on);
    }

    static String sro(String id, String person, String on) {
        return """
                {"id": "%s", "role": "SRO", "kind": "SUBSTANTIVE", "holder": {"person": "%s"},
                 "appointmentLetter": "L/%s", "expectedEnd": "2030-01-01", "timeCommitment": 50, "effectiveOn": "%s"}""".formatted(id, person, id, on);
    }

    static String rating(String rating, String on) {
        return """
                {"scheme": "ACME_RAG", "criterion": "OVERALL", "rating": "%s", "assessor": "SRO",
                 "rationale": "As reported", "effectiveOn": "%s"}""".formatted(rating, on);
    }

    static String board(String id, long limit) {
        return """
                {"id": "%s", "register": "ACME", "name": "Board %s", "level": "INVESTMENT",
                 "functions": ["approves cases"], "decisionTypes": ["SOC", "OBC", "FBC"],
                 "limit": %s, "quorum": 3, "effectiveOn": "2020-01-06"}""".formatted(id, id, pounds(limit));
    }

    static String limit(long pounds, String on) {
        return """
                {"limit": %s, "reason": "Delegation", "effectiveOn": "%s"}""".formatted(pounds(pounds), on);
    }

    static String businessCase(String id, String initiative, String stage, String board, String precedingCase) {
        return """
                {"id": "%s", "register": "ACME", "initiative": "%s", "stage": "%s", "title": "Case %s",
                 "route": ["%s"],%s "owners": ["p-sro1"], "effectiveOn": "2020-02-03"}""".formatted(
                        id,
                        initiative,
                        stage,
                        id,
                        board,
                        precedingCase.isEmpty() ? "" : " \"precedingCase\": \"" + precedingCase + "\",");
    }

    static String version(long cost) {
        return """
                {"version": 1, "cost": %s, "paper": {"sha256": "%s", "title": "Version 1"},
                 "dimensions": ["FINANCIAL"], "effectiveOn": "2020-02-04"}""".formatted(pounds(cost), PAPER);
    }

    static String submission() {
        return """
                {"version": 1, "submittedBy": "p-sro1", "effectiveOn": "2020-02-05"}""";
    }

    static String decision(String board, String outcome, String on) {
        return """
                {"board": "%s", "version": 1, "outcome": "%s", "manner": "BY_WRITTEN_PROCEDURE",
                 "papers": [{"sha256": "%s", "title": "Version 1"}], "attendance": 4, "decidedBy": ["p-secretary"],
                 "rationale": "Best value", "effectiveOn": "%s"}""".formatted(board, outcome, PAPER, on);
    }

    /** The body with when the organisation knew, as a migrator states it. */
    static String known(String knownAt, String body) {
        return body.replaceFirst("\\{", "{\"knownAt\": \"" + knownAt + "\", ");
    }

    /** One line of an import. */
    static String line(String key, String path, String body) {
        return """
                {"key": "%s", "post": "/api/v1%s", "body": %s}""".formatted(key, path, body.replaceAll("\\s*\\n\\s*", " ")) + "\n";
    }

    private static String pounds(long amount) {
        return """
                {"amount": %s, "currency": "GBP", "priceBasis": "NOMINAL", "confidence": "APPROVED"}""".formatted(amount);
    }
}
