package org.portfolioledger.ledger.axon;

import java.nio.charset.StandardCharsets;

/** A fact for tests: somebody noted something. */
record Noted(String text) {

    /** Keeps it as the bare text in JSON. */
    static final EventCodec CODEC = new EventCodec() {

        @Override
        public Encoded encode(Object payload) {
            return new Encoded("noted", 1, ("\"" + ((Noted) payload).text() + "\"").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Object decode(String type, int revision, byte[] payload) {
            String json = new String(payload, StandardCharsets.UTF_8);
            return new Noted(json.substring(1, json.length() - 1));
        }
    };
}
