package org.portfolioledger.standalone;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portfolioledger.access.AccessProperties;
import org.portfolioledger.access.SignOuts;
import org.portfolioledger.access.TrustedIssuer;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.ConfiguredUsers;
import org.portfolioledger.http.PasswordUsers;
import org.portfolioledger.http.RefusedToStart;
import org.portfolioledger.http.SignedIn;
import org.portfolioledger.vocabulary.Grant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The issuer that an evaluation has built in, with the demo users as its accounts. A person signs in through the page of the API
 * (authorization code with PKCE); a line of a shell gets a token as a client of the same name. Its key is made at the start and
 * never leaves the memory, so tokens end with the process.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConfiguredUsers.class)
class BuiltInIssuer {

    /** The client that the page of the API is. */
    static final String PAGE = "portfolio-ledger-page";

    private static final String REDIRECT = "/swagger-ui/oauth2-redirect.html";
    private static final String LOGIN = "/login";
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** @throws RefusedToStart if others than this machine could sign in, or if another issuer is named besides */
    @Bean
    PasswordUsers passwordUsers(
            ConfiguredUsers users, AccessProperties settings, SignOuts signOuts, Environment environment) {
        String address = environment.getProperty("server.address", "");
        if (!isLoopback(address))
            throw new RefusedToStart(
                    "An evaluation answers this machine only, for the passwords of its demo users are known, and not %s: for others, start the halves apart."
                            .formatted(address.isBlank() ? "every address" : address));
        if (settings.issuer() != null)
            throw new RefusedToStart(
                    "An evaluation has its own issuer: leave portfolio-ledger.access.issuer out, or start the halves apart.");
        return new PasswordUsers(users, signOuts);
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    @Bean
    JWKSource<SecurityContext> issuerKey() {
        try {
            return new ImmutableJWKSet<>(new JWKSet(new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate()));
        } catch (JOSEException fault) {
            throw new IllegalStateException("every JDK has P-256", fault);
        }
    }

    /** Tokens name it as it was called, by one of the two names of this machine. */
    @Bean
    TrustedIssuer trustedIssuer(JWKSource<SecurityContext> issuerKey, Environment environment) {
        Predicate<String> isNamed = issuer -> Stream.of("127.0.0.1", "localhost")
                .map(host -> "http://%s:%s".formatted(host, environment.getProperty("local.server.port")))
                .anyMatch(issuer::equals);
        return new TrustedIssuer(isNamed, issuerKey);
    }

    @Bean
    SecurityScheme signIn() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Signs a demo user in. The password is the name.")
                .flows(new OAuthFlows()
                        .authorizationCode(new OAuthFlow()
                                .authorizationUrl("/oauth2/authorize")
                                .tokenUrl("/oauth2/token")
                                .scopes(new Scopes())));
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuer(
            HttpSecurity http,
            ConfiguredUsers users,
            PasswordUsers passwords,
            AccessProperties settings,
            JWKSource<SecurityContext> issuerKey)
            throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        http.setSharedObject(JWKSource.class, issuerKey);
        // Only its own accounts: another manager would be asked again where this one refuses.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        JwtGenerator tokens = new JwtGenerator(new NimbusJwtEncoder(issuerKey));
        tokens.setJwtCustomizer(token -> describe(token, users, settings.audience()));
        MediaTypeRequestMatcher browsers = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browsers.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.securityMatcher(new OrRequestMatcher(
                        server.getEndpointsMatcher(), paths.matcher(LOGIN), paths.matcher("/default-ui.css")))
                .with(
                        server,
                        issuer -> issuer.authorizationServerSettings(
                                        AuthorizationServerSettings.builder().build())
                                .registeredClientRepository(new InMemoryRegisteredClientRepository(clients(users)))
                                .authorizationService(new RecentAuthorizations())
                                .tokenGenerator(tokens)
                                .authorizationEndpoint(
                                        codes -> codes.authorizationResponseHandler(sendCodeAndForget())))
                .authenticationProvider(passwords)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(LOGIN), browsers))
                .build();
    }

    private static List<RegisteredClient> clients(ConfiguredUsers users) {
        TokenSettings tokens =
                TokenSettings.builder().accessTokenTimeToLive(LIFETIME).build();
        Stream<RegisteredClient> names = users.users().stream()
                .map(user -> RegisteredClient.withId(user.name())
                        .clientId(user.name())
                        .clientSecret(user.password())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenSettings(tokens)
                        .build());
        // On a loopback address any port fits (RFC 8252, 7.3).
        RegisteredClient page = RegisteredClient.withId(PAGE)
                .clientId(PAGE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1" + REDIRECT)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens)
                .build();
        return Stream.concat(names, Stream.of(page)).toList();
    }

    /** Writes into a token whose it is, in the claims that are read by default. */
    private static void describe(JwtEncodingContext token, ConfiguredUsers users, String audience) {
        Authentication by = token.getPrincipal();
        String account = by != null && by.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.getUsername()
                : token.getRegisteredClient().getClientId();
        Actor actor = users.actor(account);
        token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        token.getClaims()
                .subject(actor.user())
                .audience(List.of(audience))
                .claim("person", actor.person())
                .claim("account_kind", actor.kind().name())
                .claim(
                        "roles",
                        actor.grants().stream().map(Grant::toString).sorted().toList())
                .claim(
                        "markings",
                        actor.markings().stream().map(Enum::name).sorted().toList());
        if (actor.onBehalfOf() != null) token.getClaims().claim("on_behalf_of", actor.onBehalfOf());
    }

    /** The session ends with the code, so that the next who signs in is asked anew. */
    private static AuthenticationSuccessHandler sendCodeAndForget() {
        return (request, response, done) -> {
            OAuth2AuthorizationCodeRequestAuthenticationToken granted =
                    (OAuth2AuthorizationCodeRequestAuthenticationToken) done;
            UriComponentsBuilder address = UriComponentsBuilder.fromUriString(requireNonNull(granted.getRedirectUri()))
                    .queryParam(
                            OAuth2ParameterNames.CODE,
                            requireNonNull(granted.getAuthorizationCode()).getTokenValue());
            if (granted.getState() != null)
                address.queryParam(
                        OAuth2ParameterNames.STATE, UriUtils.encode(granted.getState(), StandardCharsets.UTF_8));
            request.getSession().invalidate();
            response.sendRedirect(address.build(true).toUriString());
        };
    }
}
