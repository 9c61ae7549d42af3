package org.portfolioledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.http.contract.TestIssuer;
import org.slf4j.LoggerFactory;

/** The keys of an issuer are read where the settings say they are, and nowhere else. */
class PublishedKeysTest {

    private HttpServer server;
    private TestIssuer elsewhere;

    @BeforeEach
    void serve() throws Exception {
        elsewhere = new TestIssuer();
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Location", elsewhere.address() + "/keys");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        elsewhere.close();
    }

    @Test
    void keys_are_read_from_the_stated_address() throws Exception {
        JWKSet read = keys(elsewhere.address() + "/keys");
        assertThat(read.getKeyByKeyId(elsewhere.key().getKeyID())).isNotNull();
    }

    @Test
    void no_redirect_is_followed_to_the_keys_of_somebody_else() {
        assertThatThrownBy(() -> keys("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"))
                .isInstanceOf(JWKSetUnavailableException.class);
    }

    @Test
    void an_issuer_that_cannot_be_asked_is_logged() {
        Logger logger = (Logger) LoggerFactory.getLogger(PublishedKeys.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            assertThatThrownBy(
                            () -> keys("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"))
                    .isInstanceOf(JWKSetUnavailableException.class);
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("The keys of the issuer https://issuer.example cannot be read: ");
    }

    private static JWKSet keys(String address) throws Exception {
        return new PublishedKeys("https://issuer.example", address)
                .getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null);
    }
}
