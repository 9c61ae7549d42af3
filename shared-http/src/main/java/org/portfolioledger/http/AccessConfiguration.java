package org.portfolioledger.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.serialization.KeptJavadoc;
import org.portfolioledger.serialization.TypeSchemas;
import org.portfolioledger.vocabulary.ActorRole;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Who may ask what: HTTP Basic, stateless, nothing anonymous but the machine pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConfiguredUsers.class, RequestLimits.class})
@Import({CleanBodies.class, ProblemAdvice.class, ProblemPages.class, ErrorPage.class, ApiPage.class})
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
    UserDetailsService users(ConfiguredUsers configured) {
        Map<String, ConfiguredUsers.ConfiguredUser> byName = configured.users().stream()
                .collect(Collectors.toMap(ConfiguredUsers.ConfiguredUser::name, Function.identity()));
        return name -> {
            ConfiguredUsers.ConfiguredUser user = byName.get(name);
            if (user == null) throw new UsernameNotFoundException("no such user");
            return new SignedIn(user.actor(), user.password());
        };
    }

    @Bean
    SecurityFilterChain access(HttpSecurity http, UserDetailsService users, JsonMapper json) throws Exception {
        ThrottledSignIn signIn =
                new ThrottledSignIn(new DaoAuthenticationProvider(users), new SignInThrottle(System::nanoTime));
        return http.csrf(csrf -> csrf.disable())
                // The only one: another would be asked again where this one refuses.
                .authenticationManager(new ProviderManager(signIn))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (_, response, fault) -> write(response, json, notSignedIn(fault))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (_, response, fault) -> write(response, json, notSignedIn(fault)))
                        .accessDeniedHandler((_, response, _) -> write(response, json, notAllowed())))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/rows/**")
                        .hasRole(ActorRole.OPERATOR.name())
                        .requestMatchers(HttpMethod.POST, "/api/v1/audit/row-verifications/**")
                        .hasAnyRole(ActorRole.OPERATOR.name(), ActorRole.ASSURANCE.name())
                        .requestMatchers(HttpMethod.POST, "/api/**")
                        .hasAnyRole(writingRoles())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static String[] writingRoles() {
        return java.util.Arrays.stream(ActorRole.values())
                .filter(ActorRole::writes)
                .map(ActorRole::name)
                .toArray(String[]::new);
    }

    private static Problem notSignedIn(AuthenticationException fault) {
        if (fault instanceof ThrottledSignIn.TooManyAttempts attempts) return attempts.problem();
        return Problem.of(HttpProblem.NOT_AUTHENTICATED, "The request names no user, or the password is wrong")
                .header("WWW-Authenticate", "Basic realm=\"portfolio-ledger\"");
    }

    private static Problem notAllowed() {
        return Problem.of(HttpProblem.NOT_ALLOWED, "This user's roles do not allow it");
    }

    static void write(HttpServletResponse response, JsonMapper json, Problem problem) throws IOException {
        var answer = problem.response();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
