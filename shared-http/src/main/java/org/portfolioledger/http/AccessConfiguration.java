package org.portfolioledger.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.portfolioledger.access.AccessDatabase;
import org.portfolioledger.access.AccessProperties;
import org.portfolioledger.access.AccessTokenSignIn;
import org.portfolioledger.access.AccessTokens;
import org.portfolioledger.access.IssuedTokens;
import org.portfolioledger.access.PublishedKeys;
import org.portfolioledger.access.SignOuts;
import org.portfolioledger.access.TrustedIssuer;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.KeptJavadoc;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.vocabulary.ActorRole;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Who may ask what: every request proves whose it is, nothing is anonymous but the machine pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessProperties.class, RequestLimits.class})
@Import({
    CleanBodies.class,
    ProblemAdvice.class,
    ProblemPages.class,
    ErrorPage.class,
    ApiPage.class,
    EdgeConfiguration.class,
    AccessAuditConfiguration.class
})
public class AccessConfiguration {

    private static final String[] OPEN_TO_ALL = {
        "/",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/problems/**",
        "/problems",
        "/actuator/health/**",
        "/error"
    };

    /** Whoever is signed in looks after the own tokens. */
    private static final String[] OPEN_TO_EVERY_ACCOUNT = {
        "/api/v1/access-tokens", "/api/v1/access-tokens/*/revocations", "/api/v1/sign-outs"
    };

    @Bean
    TypeSchemas typeSchemas(ObjectProvider<TypeSchemas.Written> written) {
        List<TypeSchemas.Written> all = written.orderedStream().toList();
        return TypeSchemas.named(
                type -> all.stream()
                        .flatMap(one -> one.insteadOf(type).stream())
                        .findFirst(),
                new KeptJavadoc());
    }

    @Bean
    ApiSchemas apiSchemas(TypeSchemas types) {
        return new ApiSchemas(types);
    }

    @Bean
    ProblemDocs problemDocs(ApiSchemas schemas) {
        return new ProblemDocs(schemas);
    }

    @Bean
    Examples examples() {
        return new Examples();
    }

    @Bean
    JsonMapper jsonMapper() {
        return FactSerializer.mapper();
    }

    @Bean
    NegotiationFilter negotiationFilter(JsonMapper json) {
        return new NegotiationFilter(json);
    }

    @Bean
    WebMvcConfigurer streamedBodies() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new StreamedBodies());
            }
        };
    }

    /** Who opens the address of the system in a browser sees what it can do. */
    @Bean
    WebMvcConfigurer firstPage() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry pages) {
                pages.addRedirectViewController("/", "/swagger-ui.html");
            }
        };
    }

    /** Right after the sign-in: of a request that nobody answers for, no body is read. */
    @Bean
    FilterRegistrationBean<TimeLimitFilter> timeLimits(
            RequestLimits limits, ObjectProvider<LongRequest> longRequests, JsonMapper json) {
        FilterRegistrationBean<TimeLimitFilter> filter = new FilterRegistrationBean<>(
                new TimeLimitFilter(limits, longRequests.orderedStream().toList(), json));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> container(RequestLimits limits) {
        return server -> {
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host)
                    host.setErrorReportValveClass(ProblemErrorValve.class.getName());
                context.getPipeline().addValve(new ClientValve());
            });
            // Between two packets of a request.
            server.addConnectorCustomizers(connector -> connector.setProperty(
                    "connectionTimeout", Long.toString(limits.readWithin().toMillis())));
        };
    }

    /** No span for each filter of the sign-in: the request's own measures it, at a tenth of the cost of a command less. */
    @Bean
    SecurityObservationSettings observed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    AccessTokens accessTokens(AccessDatabase database) {
        return new AccessTokens(database);
    }

    @Bean
    SignOuts signOuts(AccessTokens accounts) {
        return new SignOuts(accounts);
    }

    @Bean
    IssuedTokens issuedTokens(ObjectProvider<TrustedIssuer> builtIn, AccessProperties settings, SignOuts signOuts) {
        return new IssuedTokens(builtIn.getIfAvailable(), settings, signOuts, InstantSource.system());
    }

    @Bean
    SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token that the issuer made for an account, or an access token.");
    }

    /** How a page signs in where the issuer is not built in. */
    @Bean
    OpenApiCustomizer signInAtTheIssuer(AccessProperties settings) {
        return api -> {
            if (settings.issuer() == null) return;
            if (api.getComponents() == null) api.setComponents(new Components());
            api.getComponents()
                    .addSecuritySchemes(
                            "signIn",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.OPENIDCONNECT)
                                    .openIdConnectUrl(PublishedKeys.document(settings.issuer()))
                                    .description("Signs a person in at the issuer."));
            api.addSecurityItem(new SecurityRequirement().addList("signIn"));
        };
    }

    @Bean
    SecurityScheme basic() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("basic")
                .description("For reads: any user name, with an access token as the password.");
    }

    @Bean
    SignInMethods signInMethods(
            IssuedTokens issued,
            AccessTokens tokens,
            ObjectProvider<PasswordUsers> users,
            ConfigurableEnvironment environment) {
        AccessTokenSignIn ofTools = new AccessTokenSignIn(tokens, new SignInThrottle(System::nanoTime));
        return new SignInMethods(ofTools, issued, users.getIfAvailable(), environment);
    }

    @Bean
    SecurityFilterChain access(HttpSecurity http, SignInMethods methods, JsonMapper json) throws Exception {
        AuthenticationManager manager = methods.manager();
        AuthenticationEntryPoint refusal =
                (request, response, fault) -> write(response, json, methods.refused(request, fault));
        return http.csrf(csrf -> csrf.disable())
                // The only one: another would be asked again where this one refuses.
                .authenticationManager(manager)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .oauth2ResourceServer(bearer -> bearer.authenticationManagerResolver(_ -> manager)
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler((request, response, _) -> write(response, json, methods.denied(request))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal)
                        .accessDeniedHandler((request, response, _) -> write(response, json, methods.denied(request))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(ActorRole.OPERATOR.name())
                        .requestMatchers(AccessConfiguration::isOutOfScope)
                        .denyAll()
                        .requestMatchers(HttpMethod.POST, OPEN_TO_EVERY_ACCOUNT)
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/api/v1/rows/**")
                        .hasRole(ActorRole.OPERATOR.name())
                        .requestMatchers(HttpMethod.POST, "/api/v1/audit/row-verifications/**")
                        .hasAnyRole(ActorRole.OPERATOR.name(), ActorRole.ASSURANCE.name())
                        .requestMatchers(HttpMethod.POST, "/api/**")
                        .hasAuthority(SignedIn.WRITES)
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Of whoever is signed in with a token that reaches less far. */
    private static boolean isOutOfScope(HttpServletRequest request) {
        return !SignedIn.reaches(SecurityContextHolder.getContext().getAuthentication(), request);
    }

    static void write(HttpServletResponse response, JsonMapper json, Problem problem) throws IOException {
        var answer = problem.response();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
