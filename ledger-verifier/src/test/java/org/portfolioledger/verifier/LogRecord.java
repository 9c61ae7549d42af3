package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HexFormat;

/** What a log of tests holds. */
sealed interface LogRecord {

    void write(DataOutputStream out) throws IOException;

    long leaves();

    /** A fact; its parts need not fit its entry, which is in hexadecimal. */
    record Fact(String entry, String payload, String metadata, String basis) implements LogRecord {

        static Fact of(DraftFact fact) {
            return new Fact(HexFormat.of().formatHex(fact.entry()), fact.payload, fact.metadata, fact.basis);
        }

        @Override
        public void write(DataOutputStream out) throws IOException {
            byte[] bytes = HexFormat.of().parseHex(entry);
            out.writeByte(1);
            out.writeShort(bytes.length);
            out.write(bytes);
            for (String part : new String[] {payload, metadata, basis}) {
                out.writeInt(part.getBytes(UTF_8).length);
                out.write(part.getBytes(UTF_8));
            }
        }

        @Override
        public long leaves() {
            return 1;
        }
    }

    /** The hash in place of several leaves, in hexadecimal. */
    record Subtree(int level, String hash) implements LogRecord {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(2);
            out.writeByte(level);
            out.write(HexFormat.of().parseHex(hash));
        }

        @Override
        public long leaves() {
            return 1L << level;
        }
    }

    /** Bytes that are no record, in hexadecimal. */
    record Bytes(String bytes) implements LogRecord {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.write(HexFormat.of().parseHex(bytes));
        }

        @Override
        public long leaves() {
            return 0;
        }
    }
}
