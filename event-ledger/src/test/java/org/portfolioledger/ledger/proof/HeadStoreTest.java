package org.portfolioledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever the last signed head is kept: of two who would take the place of the same one, one does. */
class HeadStoreTest {

    private static final TreeHead FIRST = head(1);

    @TempDir
    Path folder;

    private final Resource resource = new Resource();
    private HttpServer server;

    /** Where it is kept. */
    enum Place {
        FILE,
        HTTP
    }

    /** An object as RFC 9110 has it. */
    private static final class Resource {

        private @Nullable String text;
        private int version;
        private String tag = "\"%s\"";

        /** What it answers whatever it did; 0: the truth. */
        private int answers;

        private boolean silentAfterPut;

        synchronized void take(HttpExchange exchange) throws IOException {
            String asked = exchange.getRequestURI().getPath();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            int status;
            if (!asked.equals("/head") || !"Bearer of-the-log".equals(authorization)) status = 403;
            else if (exchange.getRequestMethod().equals("GET")) status = text == null ? 404 : 200;
            else status = put(exchange);
            if (exchange.getRequestMethod().equals("PUT") && silentAfterPut) {
                exchange.close();
                return;
            }
            byte[] body = status == 200 && text != null ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
            if (status == 200) exchange.getResponseHeaders().set("ETag", tag.formatted(version));
            exchange.sendResponseHeaders(answers == 0 ? status : answers, body.length == 0 ? -1 : body.length);
            if (body.length > 0) exchange.getResponseBody().write(body);
            exchange.close();
        }

        private int put(HttpExchange exchange) throws IOException {
            String match = exchange.getRequestHeaders().getFirst("If-Match");
            String none = exchange.getRequestHeaders().getFirst("If-None-Match");
            boolean free = match == null ? "*".equals(none) && text == null : match.equals(tag.formatted(version));
            if (!free) return 412;
            text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            version++;
            return 204;
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", resource::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HeadStore store(Place place) {
        return switch (place) {
            case FILE -> new HeadFile(folder.resolve("head"));
            case HTTP ->
                new HeadResource(
                        HttpClient.newHttpClient(),
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/head"),
                        "Bearer of-the-log");
        };
    }

    private static TreeHead head(int size) {
        return new TreeHead("ledger.example/mps", size, TreeHash.ofLeaf(new byte[] {(byte) size}));
    }

    @ParameterizedTest
    @EnumSource
    void it_keeps_what_took_the_place_of_what_was_read(Place place) {
        HeadStore store = store(place);
        assertThat(store.last()).isEmpty();
        assertThat(store.replace(Optional.empty(), FIRST)).isTrue();
        Optional<HeadStore.Kept> first = store.last();
        assertThat(first).map(HeadStore.Kept::head).contains(FIRST);
        assertThat(store.replace(first, head(2))).isTrue();
        assertThat(store(place).last()).map(HeadStore.Kept::head).contains(head(2));
    }

    @ParameterizedTest
    @EnumSource
    void it_keeps_nothing_where_another_was_kept_meanwhile(Place place) {
        HeadStore store = store(place);
        assertThat(store.replace(Optional.empty(), FIRST)).isTrue();
        assertThat(store.replace(Optional.empty(), head(2))).isFalse();
        Optional<HeadStore.Kept> first = store.last();
        assertThat(store.replace(first, head(2))).isTrue();
        assertThat(store.replace(first, head(3))).isFalse();
        assertThat(store.last()).map(HeadStore.Kept::head).contains(head(2));
    }

    @ParameterizedTest
    @EnumSource
    void of_many_at_once_one_takes_the_place(Place place) throws Exception {
        HeadStore store = store(place);
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 20; round++) {
                Optional<HeadStore.Kept> before = store.last();
                TreeHead next = head(round + 1);
                Callable<Boolean> replacing = () -> store(place).replace(before, next);
                int taken = 0;
                for (Future<Boolean> one :
                        many.invokeAll(List.of(replacing, replacing, replacing, replacing, replacing)))
                    if (one.get()) taken++;
                assertThat(taken).isEqualTo(1);
            }
        }
        assertThat(store.last()).map(HeadStore.Kept::head).contains(head(20));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_head_is_not_taken_for_none(Place place) throws IOException {
        resource.text = "nonsense";
        Files.writeString(folder.resolve("head"), "nonsense");
        assertThatThrownBy(store(place)::last).isInstanceOf(HeadStoreUnavailable.class);
    }

    @Test
    void nobody_knows_what_became_of_a_head_whose_store_does_not_answer() {
        HeadStore store = store(Place.HTTP);
        resource.silentAfterPut = true;
        assertThatThrownBy(() -> store.replace(Optional.empty(), FIRST)).isInstanceOf(HeadStoreUnavailable.class);
        assertThat(store.last()).map(HeadStore.Kept::head).contains(FIRST);
        resource.answers = 500;
        assertThatThrownBy(store::last).hasMessage("the store of the last signed head answers 500");
        assertThatThrownBy(() -> store.replace(Optional.empty(), FIRST)).isInstanceOf(HeadStoreUnavailable.class);
        server.stop(0);
        assertThatThrownBy(store::last).hasMessage("the store of the last signed head does not answer");
    }

    @Test
    void a_store_without_strong_tags_is_none() {
        HeadStore store = store(Place.HTTP);
        assertThat(store.replace(Optional.empty(), FIRST)).isTrue();
        resource.tag = "W/\"%s\"";
        assertThatThrownBy(store::last).hasMessage("the store of the last signed head gives no strong ETag");
    }

    @Test
    void who_may_not_ask_learns_nothing() {
        HeadStore store = new HeadResource(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/head"),
                null);
        assertThatThrownBy(store::last).hasMessage("the store of the last signed head answers 403");
    }
}
