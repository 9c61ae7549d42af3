package org.portfolioledger.ledger.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One who cosigns what is consistent with all that he saw of a log before, over C2SP's tlog-witness. */
final class Witness {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client;
    private final NoteKey key;
    private final URI submissions;

    Witness(HttpClient client, NoteKey key, URI submissions) {
        this.client = client;
        this.key = key;
        this.submissions = submissions;
    }

    /** What a witness answers. */
    sealed interface Answer {

        /** He cosigned it. */
        record Cosigned(List<SignedNote.Line> lines) implements Answer {}

        /** He cosigned another size last, from which he needs the proof. */
        record SawLast(long size) implements Answer {}

        /** He does not take it, or does not answer. */
        record Refused(String reason) implements Answer {}
    }

    NoteKey key() {
        return key;
    }

    /**
     * Shows him a checkpoint.
     *
     * @param before the size that he cosigned last; 0: none
     * @param proof that the tree begins with what he saw
     */
    Answer show(long before, List<TreeHash> proof, SignedNote checkpoint) {
        String hashes = proof.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(URI.create(submissions + "/add-checkpoint"))
                .timeout(LONGEST)
                .POST(BodyPublishers.ofString("old " + before + "\n" + hashes + "\n" + checkpoint.whole()))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), checkpoint);
        } catch (IOException e) {
            return new Answer.Refused("does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refused("was not waited for");
        }
    }

    private Answer answer(int status, String body, SignedNote checkpoint) {
        try {
            return switch (status) {
                case 200 -> cosigned(SignedNote.parseLines(body), checkpoint);
                case 409 -> new Answer.SawLast(size(body));
                default -> new Answer.Refused("answers " + status);
            };
        } catch (IllegalArgumentException nonsense) {
            return new Answer.Refused("answers what is no cosignature of his: " + nonsense.getMessage());
        }
    }

    private Answer cosigned(List<SignedNote.Line> lines, SignedNote checkpoint) {
        List<SignedNote.Line> his =
                lines.stream().filter(line -> line.isOf(key)).toList();
        return TreeHead.signedAt(checkpoint.with(his), key).isPresent()
                ? new Answer.Cosigned(his)
                : new Answer.Refused("signed with another key");
    }

    private static long size(String body) {
        String line = body.strip();
        if (!line.matches("0|[1-9][0-9]{0,17}")) throw new IllegalArgumentException("no size of a tree");
        return Long.parseLong(line);
    }
}
