package org.portfolioledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portfolioledger.http.SignedIn;
import org.portfolioledger.http.contract.TestIssuer;
import org.portfolioledger.vocabulary.Marking;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** A token whose signature was verified is accepted without another look at it for as long as that gives the same answer. */
class IssuedTokensTest {

    private static final String ISSUER = "https://issuer.example";
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int MOST = 3;
    private static final AccessProperties SETTINGS = new AccessProperties(
            ISSUER,
            "portfolio-ledger",
            null,
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Set.of(Marking.OFFICIAL),
            new AccessProperties.Claims("sub", "person", "account_kind", "on_behalf_of", List.of("roles"), "markings"));

    private final ECKey key = TestIssuer.newKey();
    private final Instant begin = Instant.parse("2026-11-30T10:00:00Z");
    private final Map<String, Instant> signedOut = new ConcurrentHashMap<>();
    private final VerifiedTokens remembered = new VerifiedTokens(MOST);

    /** Once a verification: the claims of a token that is known are not looked at again. */
    private final AtomicInteger verified = new AtomicInteger();

    private final Published published = new Published();
    private Instant now = begin;
    private final SignOuts signOuts = new SignOuts(this::ended, System::nanoTime);
    private final IssuedTokens tokens = new IssuedTokens(
            new TrustedIssuer(
                    named -> {
                        verified.incrementAndGet();
                        return named.equals(ISSUER);
                    },
                    published),
            SETTINGS,
            signOuts,
            () -> now,
            remembered);

    /** The keys of the issuer; null: it cannot be reached. */
    private final class Published implements JWKSource<SecurityContext> {

        private @Nullable JWKSet keys = new JWKSet(key.toPublicJWK());

        @Override
        public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
            if (keys == null) throw new KeySourceException("gone");
            return wanted.select(keys);
        }
    }

    private Map<SignOuts.Subject, SignOuts.Ended> ended(Set<SignOuts.Subject> subjects) {
        return subjects.stream()
                .filter(subject -> signedOut.containsKey(subject.account()))
                .collect(Collectors.toMap(
                        Function.identity(), subject -> new SignOuts.Ended(signedOut.get(subject.account()), null)));
    }

    @AfterEach
    void stop() throws Exception {
        tokens.close();
        signOuts.close();
    }

    private String token(String account) {
        return signed(claims(account).build(), key);
    }

    private JWTClaimsSet.Builder claims(String account) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(account)
                .audience("portfolio-ledger")
                .claim("person", "p-" + account)
                .claim("roles", List.of("REPORTING_READER"))
                .issueTime(Date.from(begin))
                .expirationTime(Date.from(begin.plusSeconds(600)));
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            return TestIssuer.signed(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims,
                    new ECDSASigner(key));
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private Authentication signIn(String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token));
    }

    private void assertRefused(String token, String reason) {
        assertThatThrownBy(() -> signIn(token))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_signature_is_verified_once() {
        String token = token("robin");
        for (int n = 0; n < 5; n++)
            assertThat(signIn(token).getPrincipal())
                    .isInstanceOfSatisfying(
                            SignedIn.class,
                            robin -> assertThat(robin.actor().person()).isEqualTo("p-robin"));
        assertThat(verified).hasValue(1);
    }

    @Test
    void a_known_token_reads_the_markings_that_it_names_and_otherwise_those_of_the_settings() {
        String cleared = signed(
                claims("robin")
                        .claim("markings", List.of(Marking.OFFICIAL_SENSITIVE.name()))
                        .build(),
                key);
        String silent = token("robin");
        for (int n = 0; n < 2; n++) {
            assertThat(markings(cleared)).containsExactly(Marking.OFFICIAL_SENSITIVE);
            assertThat(markings(silent)).containsExactly(Marking.OFFICIAL);
        }
        assertThat(verified).hasValue(2);
    }

    private Set<Marking> markings(String token) {
        if (signIn(token).getPrincipal() instanceof SignedIn signedIn)
            return signedIn.actor().markings();
        throw new AssertionError("nobody is signed in");
    }

    @Test
    void each_sign_in_is_an_object_of_its_own() {
        String token = token("robin");
        assertThat(signIn(token)).isNotSameAs(signIn(token));
    }

    @Test
    void a_token_that_differs_in_one_letter_is_verified_by_itself() {
        String token = token("robin");
        signIn(token);
        char last = token.charAt(token.length() - 3);
        String forged = token.substring(0, token.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 2);
        assertRefused(forged, "not signed with a key of the issuer");
        signIn(token);
    }

    @Test
    void a_known_token_ends_at_its_time_and_is_forgotten() {
        String token = token("robin");
        signIn(token);
        now = begin.plusSeconds(600).plus(SKEW).minusMillis(1);
        signIn(token);
        now = begin.plusSeconds(600).plus(SKEW);
        assertRefused(token, "has expired");
        assertThat(remembered.held()).isZero();
        assertRefused(token, "has expired");
        assertThat(remembered.held()).isZero();
    }

    @Test
    void a_known_token_is_not_accepted_before_its_time() {
        String token = signed(
                claims("robin").notBeforeTime(Date.from(begin.plus(SKEW))).build(), key);
        signIn(token);
        now = begin.minusMillis(1);
        assertRefused(token, "not valid yet");
    }

    @Test
    void a_known_token_is_refused_as_soon_as_its_key_is_withdrawn() {
        String token = token("robin");
        signIn(token);
        published.keys = new JWKSet(TestIssuer.newKey().toPublicJWK());
        assertRefused(token, "not signed with a key of the issuer");
    }

    @Test
    void another_key_under_the_same_id_does_not_count_for_a_known_token() throws Exception {
        String token = token("robin");
        signIn(token);
        ECKey other =
                new ECKey.Builder(TestIssuer.newKey()).keyID(key.getKeyID()).build();
        published.keys = new JWKSet(other.toPublicJWK());
        assertRefused(token, "not signed with a key of the issuer");
    }

    @Test
    void keys_that_were_read_again_and_are_the_same_need_no_other_verification() throws Exception {
        String token = token("robin");
        signIn(token);
        published.keys = JWKSet.parse(new JWKSet(key.toPublicJWK()).toString());
        signIn(token);
        assertThat(verified).hasValue(1);
    }

    @Test
    void while_the_keys_cannot_be_read_a_known_token_is_not_accepted() {
        String token = token("robin");
        signIn(token);
        published.keys = null;
        assertRefused(token, "The keys of the issuer");
    }

    @Test
    void a_known_token_is_refused_once_its_account_is_signed_out() {
        String token = token("robin");
        signIn(token);
        signedOut.put("robin", begin.plusSeconds(1));
        assertRefused(token, "signed out");
    }

    @Test
    void what_is_refused_is_not_remembered() {
        ECKey other = TestIssuer.newKey();
        for (int n = 0; n < 5; n++) assertRefused(signed(claims("robin" + n).build(), other), "not signed");
        assertRefused(signed(claims("robin").audience("payroll").build(), key), "for another system");
        assertRefused(
                signed(
                        claims("robin")
                                .expirationTime(Date.from(begin.minus(SKEW)))
                                .build(),
                        key),
                "has expired");
        assertRefused("x.y.z", "no JWT");
        assertThat(remembered.held()).isZero();
    }

    @Test
    void so_many_are_remembered_and_of_more_those_that_were_shown_last() {
        String robin = token("robin");
        String eldest = token("kim");
        signIn(robin);
        signIn(eldest);
        signIn(token("other"));
        signIn(robin);
        signIn(token("another"));
        assertThat(remembered.held()).isEqualTo(MOST);
        int before = verified.get();
        signIn(robin);
        assertThat(verified).hasValue(before);
        signIn(eldest);
        assertThat(verified).hasValue(before + 1);
    }

    @Test
    void an_account_whose_name_no_table_could_hold_is_refused() {
        for (String name : List.of("ro\0bin", "ro\nbin"))
            assertRefused(token(name), "holds a control character, or half a character");
    }
}
