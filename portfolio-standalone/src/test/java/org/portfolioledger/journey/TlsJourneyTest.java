package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A half serves over TLS where a setting names its key, and then nothing without TLS. */
class TlsJourneyTest {

    private static final String SECRET = "of-this-test-only";

    private final Halves halves = Halves.fresh();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        halves.close();
    }

    @Test
    void a_half_with_a_key_of_its_own_serves_over_tls_alone() throws Exception {
        Path key = keyStore();
        Caller half = halves.query(
                "server.ssl.bundle=edge",
                "spring.ssl.bundle.jks.edge.keystore.type=PKCS12",
                "spring.ssl.bundle.jks.edge.keystore.location=file:" + key,
                "spring.ssl.bundle.jks.edge.keystore.password=" + SECRET);
        URI address = URI.create(half.base().replace("http://", "https://") + "/problems");
        try (HttpClient trusting =
                        HttpClient.newBuilder().sslContext(trusting(key)).build();
                HttpClient other = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    trusting.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession())
                    .hasValueSatisfying(
                            session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000 ; includeSubDomains");
            assertThatThrownBy(() -> other.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
        Bare.Answer plain = new Bare(half).send("GET /problems HTTP/1.1\r\nHost: localhost\r\n", new byte[0]);
        assertThat(plain.status()).isEqualTo(400);
        assertThat(plain.body()).doesNotContain("not-found");
    }

    private Path keyStore() throws IOException, InterruptedException {
        Path key = folder.resolve("edge.p12");
        ProcessBuilder keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "edge",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        key.toString(),
                        "-storepass:env",
                        "KEY_SECRET")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile());
        keytool.environment().put("KEY_SECRET", SECRET);
        Process made = keytool.start();
        assertThat(made.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(key).exists();
        return key;
    }

    private static SSLContext trusting(Path key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(key)) {
            store.load(file, SECRET.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("edge", store.getCertificate("edge"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
