package org.portfolioledger.http.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.serialization.FactSerializer;

/**
 * Holds every answer that a test gets against the document of the application which gave it. All applications of a test
 * run are of one release: a document is read once, and compiled once.
 */
public final class DocumentedAnswers {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final List<ApiContract> KNOWN = new CopyOnWriteArrayList<>();
    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    private DocumentedAnswers() {}

    /**
     * Fails where an answer is not as the document has it.
     *
     * @param sent the JSON body of the request; null if it had none
     */
    public static void require(HttpResponse<byte[]> response, byte @Nullable [] sent) {
        String method = response.request().method();
        URI uri = response.uri();
        String path = uri.getRawPath();
        boolean described = (method.equals("GET") || method.equals("POST"))
                && (path.startsWith("/api/v1/") || path.startsWith("/problems"))
                && response.headers().firstValue("Content-Encoding").isEmpty();
        if (!described) return;
        Optional<ApiContract> contract = contract(uri, method, path);
        // Nothing is at the path, and the answer has that to tell.
        if (contract.isEmpty()) return;
        String type = response.headers().firstValue("Content-Type").orElse(null);
        List<String> misfits = contract.get().misfits(method, path, response.statusCode(), type, response.body());
        if (misfits.isEmpty() && sent != null && response.statusCode() < 300)
            misfits = contract.get().misfitsOfTaken(method, path, sent).stream()
                    .map(misfit -> "sent " + misfit)
                    .toList();
        if (!misfits.isEmpty())
            throw new AssertionError("%s %s answers %s, and its document has another: %s%n%s"
                    .formatted(
                            method,
                            uri,
                            response.statusCode(),
                            misfits,
                            new String(response.body(), StandardCharsets.UTF_8)));
    }

    private static Optional<ApiContract> contract(URI uri, String method, String path) {
        Optional<ApiContract> known = known(method, path);
        if (known.isPresent() || !ASKED.add(uri.getAuthority())) return known;
        read(uri.resolve("/v3/api-docs")).ifPresent(KNOWN::add);
        return known(method, path);
    }

    private static Optional<ApiContract> known(String method, String path) {
        return KNOWN.stream().filter(contract -> contract.has(method, path)).findFirst();
    }

    private static Optional<ApiContract> read(URI address) {
        try {
            HttpResponse<byte[]> document = CLIENT.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofByteArray());
            return document.statusCode() == 200
                    ? Optional.of(new ApiContract(FactSerializer.mapper().readTree(document.body())))
                    : Optional.empty();
        } catch (IOException gone) {
            // An application that a test has ended gives no document.
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
