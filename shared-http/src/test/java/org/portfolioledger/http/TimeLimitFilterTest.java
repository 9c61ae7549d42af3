package org.portfolioledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ActionHook;
import org.apache.coyote.CloseNowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portfolioledger.serialization.FactSerializer;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.util.WebUtils;

/** Every request is answered in time, as a whole, and in the form that its caller takes. */
@Timeout(30)
class TimeLimitFilterTest {

    private final TimeLimitFilter filter = new TimeLimitFilter(
            new RequestLimits(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(1)),
            List.of(new LongRequest("/api/v1/imports", 3_000_000)),
            FactSerializer.mapper());
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/initiatives");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void what_hangs_is_given_up_and_answered_503() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Throwable> late = new AtomicReference<>();
        filter.doFilter(request, response, (_, answer) -> {
            ((HttpServletResponse) answer).setHeader("ETag", "\"1\"");
            try {
                never.await();
            } catch (InterruptedException _) {
                try {
                    ((HttpServletResponse) answer).setHeader("X-Late", "1");
                } catch (IllegalStateException refused) {
                    late.set(refused);
                }
                ended.countDown();
            }
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("/problems/ledger-unavailable", "1 seconds");
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        ended.await();
        assertThat(late).doesNotHaveNullValue();
        assertThat(response.getHeader("X-Late")).isNull();
        assertThat(response.getHeader("ETag")).isNull();
    }

    @Test
    void health_that_hangs_is_down_in_its_own_media_type() throws Exception {
        request.setRequestURI("/actuator/health/readiness");
        filter.doFilter(request, response, (_, _) -> hang());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo("application/vnd.spring-boot.actuator.v3+json");
        assertThat(response.getContentAsString()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    @Test
    void a_body_that_comes_too_slowly_is_refused_and_nothing_is_done() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ServletInputStream trickle = new DelegatingServletInputStream(new ByteArrayInputStream(new byte[0])) {
            @Override
            public int read(byte[] into, int offset, int length) {
                try {
                    // A byte, and then nothing for longer than the whole body may take.
                    assertThat(never.await(1_100, TimeUnit.MILLISECONDS)).isFalse();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                into[offset] = '{';
                return 1;
            }
        };
        MockHttpServletRequest slow = new MockHttpServletRequest("POST", "/api/v1/initiatives") {
            @Override
            public ServletInputStream getInputStream() {
                return trickle;
            }
        };
        assertThatThrownBy(() -> filter.doFilter(slow, response, (_, _) -> {
                    throw new AssertionError("it was done");
                }))
                .isInstanceOf(CloseNowException.class);
        assertThat(response.getStatus()).isEqualTo(408);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        assertThat(response.getContentAsString()).contains("/problems/request-too-slow");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/initiatives,1048576,200",
        "/api/v1/initiatives,1048577,413",
        "/api/v1/imports,3000000,200",
        "/api/v1/imports,3000001,413"
    })
    void a_body_is_taken_up_to_its_bound(String path, int size, int status) throws Exception {
        MockHttpServletRequest sent = new MockHttpServletRequest("POST", path);
        sent.setContent(new byte[size]);
        filter.doFilter(
                sent,
                response,
                (received, _) ->
                        assertThat(received.getInputStream().readAllBytes()).hasSize(size));
        assertThat(response.getStatus()).isEqualTo(status);
    }

    @Test
    void a_fault_reaches_the_container_as_it_was_thrown() {
        IllegalStateException fault = new IllegalStateException("x");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> filter.doFilter(request, response, (_, _) -> {
                    throw fault;
                })))
                .isSameAs(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "gzip, br|true",
                "br;q=1.0, gzip;q=0.5|true",
                "*|true",
                "GZIP|true",
                "gzip;q=0|false",
                "*;q=0|false",
                "identity|false",
                "br|false",
                "gzip;q=0, *|false",
                "''|false"
            })
    void a_long_answer_is_compressed_where_the_caller_takes_it(String accept, boolean compressed) throws Exception {
        request.addHeader("Accept-Encoding", accept);
        filter.doFilter(request, response, answering("x".repeat(3_000), "\"7\""));
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getHeader("Content-Encoding")).isEqualTo(compressed ? "gzip" : null);
        assertThat(response.getHeader("ETag")).isEqualTo(compressed ? "\"7-gzip\"" : "\"7\"");
        byte[] body = response.getContentAsByteArray();
        assertThat(response.getContentLength()).isEqualTo(body.length);
        assertThat(compressed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body)
                .asString(StandardCharsets.UTF_8)
                .contains("x".repeat(3_000));
    }

    @Test
    void a_short_answer_is_not_compressed() throws Exception {
        request.addHeader("Accept-Encoding", "gzip");
        filter.doFilter(request, response, answering("x", "\"7\""));
        assertThat(response.getHeader("Content-Encoding")).isNull();
        assertThat(response.getHeader("ETag")).isEqualTo("\"7\"");
    }

    @Test
    void who_holds_the_compressed_form_is_told_of_that_form_that_it_did_not_change() throws Exception {
        request.addHeader("If-None-Match", "\"6\", \"7-gzip\"");
        filter.doFilter(request, response, (received, answer) -> {
            assertThat(((jakarta.servlet.http.HttpServletRequest) received).getHeader("If-None-Match"))
                    .isEqualTo("\"6\", \"7\"");
            ((HttpServletResponse) answer).setStatus(304);
            ((HttpServletResponse) answer).setHeader("ETag", "\"7\"");
        });
        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getHeader("ETag")).isEqualTo("\"7-gzip\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void parts_are_sent_while_the_rest_is_made(boolean compressed) throws Exception {
        if (compressed) request.addHeader("Accept-Encoding", "gzip");
        AtomicInteger sentBefore = new AtomicInteger();
        filter.doFilter(request, response, streaming(parts -> {
            parts.send(bytes("[1"));
            parts.send(bytes(",2"));
            // The second is taken once the first was sent.
            sentBefore.set(response.getContentAsByteArray().length);
            parts.send(bytes("]"));
        }));
        assertThat(sentBefore).hasPositiveValue();
        byte[] body = response.getContentAsByteArray();
        assertThat(compressed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("[1,2]");
        assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(response.getHeader("Content-Encoding")).isEqualTo(compressed ? "gzip" : null);
        assertThat(response.getHeader("Content-Length")).isNull();
    }

    @Test
    void no_more_than_two_parts_are_in_memory() throws Exception {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        MockHttpServletResponse counting = new MockHttpServletResponse() {
            @Override
            public void flushBuffer() {
                ahead.add(made.get() - sent.incrementAndGet());
            }
        };
        filter.doFilter(request, counting, streaming(parts -> {
            for (int n = 0; n < 100; n++) {
                made.incrementAndGet();
                parts.send(bytes("x"));
            }
        }));
        assertThat(counting.getContentAsString()).hasSize(100);
        assertThat(ahead).allMatch(parts -> parts <= 2);
    }

    @Test
    void a_failure_before_the_first_part_is_answered_as_any_other() {
        IllegalStateException fault = new IllegalStateException("x");
        assertThatThrownBy(() -> filter.doFilter(request, response, streaming(_ -> {
                    throw fault;
                })))
                .isSameAs(fault);
    }

    @Test
    void a_failure_after_the_first_part_breaks_the_answer_off() throws Exception {
        List<ActionCode> actions = connection(0);
        filter.doFilter(request, response, streaming(parts -> {
            parts.send(bytes("[1"));
            throw new IllegalStateException("x");
        }));
        assertThat(response.getContentAsString()).isEqualTo("[1");
        assertThat(actions).contains(ActionCode.CLOSE_NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_part_that_hangs_or_for_which_nobody_waits_breaks_the_answer_off(int atItsEnd) throws Exception {
        List<ActionCode> actions = connection(atItsEnd);
        CountDownLatch ended = new CountDownLatch(1);
        filter.doFilter(request, response, streaming(parts -> {
            parts.send(bytes("[1"));
            hang();
            ended.countDown();
            parts.send(bytes(",2"));
        }));
        ended.await();
        assertThat(response.getContentAsString()).isEqualTo("[1");
        assertThat(actions).contains(ActionCode.CLOSE_NOW);
    }

    /** A connection of which so many bytes can be read: one that its client has closed can be read at once, for ever. */
    private List<ActionCode> connection(int available) {
        List<ActionCode> actions = new ArrayList<>();
        org.apache.coyote.Request sent = new org.apache.coyote.Request();
        ActionHook hook = (action, _) -> {
            if (action == ActionCode.AVAILABLE) sent.setAvailable(available);
            else actions.add(action);
        };
        ReflectionTestUtils.invokeMethod(sent, "setHook", hook);
        request.setAttribute(ClientValve.class.getName(), sent);
        return actions;
    }

    private static FilterChain streaming(StreamedBody body) {
        return (_, answer) ->
                Objects.requireNonNull(WebUtils.getNativeResponse(answer, PendingAnswer.Buffer.class)).stream(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static FilterChain answering(String text, String tag) {
        return (_, answer) -> {
            ((HttpServletResponse) answer).setHeader("ETag", tag);
            answer.setContentType("application/json");
            answer.getOutputStream().write(("\"" + text + "\"").getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
