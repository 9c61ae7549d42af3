package org.portfolioledger.benchmarks;

import java.nio.charset.StandardCharsets;

/** The fact that every contender writes: 300 bytes, and 80 of metadata. */
final class Payload {

    static final String RATIONALE =
            "Depends on other programmes; HR lead times are long, and two of the three suppliers have"
                    + " not yet confirmed";

    static final byte[] BYTES = """
            {"initiative":"PG-TPDEV","scheme":"MPS_2011","schemeVersion":1,"criterion":"RISKS_AND_MITIGATION","rating":"AMBER",\
            "assessor":"PORTFOLIO_OFFICE","rationale":"%s","provenance":{"effectiveOn":"2011-06-13"}}""".formatted(RATIONALE).getBytes(StandardCharsets.UTF_8);

    static final byte[] METADATA = """
            {"unmetRules":["RATING_WITHOUT_RATIONALE","RESET_WITHOUT_REBASELINE_DECISION"]}""".getBytes(StandardCharsets.UTF_8);

    private Payload() {}
}
