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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last signed head at an address over HTTP, as in an object store: it answers with a strong ETag and heeds
 * {@code If-Match} and {@code If-None-Match} (RFC 9110, 13.1), so that of two who put a head in the place of the same one, one is
 * refused.
 */
public final class HeadResource implements HeadStore {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI address;
    private final @Nullable String authorization;

    /**
     * @param client follows no redirect
     * @param authorization value of the header of that name; null: none is needed
     */
    public HeadResource(HttpClient client, URI address, @Nullable String authorization) {
        this.client = client;
        this.address = address;
        this.authorization = authorization;
    }

    @Override
    public Optional<Kept> last() {
        HttpResponse<String> answer = send(request().GET());
        if (answer.statusCode() == 404) return Optional.empty();
        if (answer.statusCode() != 200) throw answered(answer);
        String version = answer.headers().firstValue("ETag").orElse("");
        // A weak one may be that of another head.
        if (!version.startsWith("\""))
            throw new HeadStoreUnavailable("the store of the last signed head gives no strong ETag");
        try {
            return Optional.of(new Kept(TreeHead.parse(answer.body()), version));
        } catch (IllegalArgumentException other) {
            throw new HeadStoreUnavailable("the store of the last signed head holds no head of a tree", other);
        }
    }

    @Override
    public boolean replace(Optional<Kept> before, TreeHead next) {
        HttpRequest.Builder put = request()
                .header("Content-Type", "text/plain; charset=utf-8")
                .PUT(BodyPublishers.ofString(next.text(), StandardCharsets.UTF_8));
        before.ifPresentOrElse(kept -> put.header("If-Match", kept.version()), () -> put.header("If-None-Match", "*"));
        HttpResponse<String> answer = send(put);
        return switch (answer.statusCode()) {
            case 200, 201, 204 -> true;
            case 404, 409, 412 -> false;
            default -> throw answered(answer);
        };
    }

    private HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LONGEST);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HeadStoreUnavailable("the store of the last signed head does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HeadStoreUnavailable("the store of the last signed head was not waited for", e);
        }
    }

    private static HeadStoreUnavailable answered(HttpResponse<String> answer) {
        return new HeadStoreUnavailable("the store of the last signed head answers " + answer.statusCode());
    }
}
