package org.portfolioledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** A fact of tests, which tests change as no ledger would. */
final class DraftFact {

    int version = 1;
    long position;
    long recordedAt;
    long knownAt;
    long sequence;
    int revision = 1;
    int effectiveOn = 9_000;
    long eventId;
    String register = "MPS";
    String stream = "initiative-1";
    String type = "initiative-renamed";
    String actor = "office";
    String command = "key";
    String payload = "{}";
    String metadata = "{\"note\":\"\"}";
    String basis = "{\"restsOn\":[],\"read\":[]}";
    String after = "";

    void restsOn(List<Long> positions) {
        basis = "{\"restsOn\":[" + positions.stream().map(String::valueOf).collect(Collectors.joining(","))
                + "],\"read\":[{\"stream\":\"board-1\",\"sequence\":0}]}";
    }

    byte[] entry() {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(entry);
            out.writeByte(version);
            for (String part : List.of(payload, metadata, basis)) out.write(PlainTree.sha256(part.getBytes(UTF_8)));
            out.writeLong(position);
            out.writeLong(recordedAt);
            out.writeLong(knownAt);
            out.writeLong(sequence);
            out.writeInt(revision);
            out.writeInt(effectiveOn);
            out.writeLong(eventId);
            out.writeLong(~eventId);
            out.write(String.join("\n", register, stream, type, actor, command, after)
                    .getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entry.toByteArray();
    }
}
