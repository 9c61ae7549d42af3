package org.portfolioledger.http;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What health answers, in its own media type, where finding out took too long or failed. */
final class HealthDown {

    static final String PATH = "/actuator/health";
    static final MediaType TYPE = MediaType.valueOf("application/vnd.spring-boot.actuator.v3+json");
    static final Health BODY = new Health("DOWN");

    /** The health of a node. */
    record Health(String status) {}

    private HealthDown() {}

    static ResponseEntity<Record> response() {
        return ResponseEntity.status(503).contentType(TYPE).body(BODY);
    }
}
