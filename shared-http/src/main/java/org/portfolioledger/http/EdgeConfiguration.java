package org.portfolioledger.http;

import io.github.bucket4j.TimeMeter;
import java.util.Map;
import org.portfolioledger.access.AccessProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/** What every request meets whoever sends it: limits, and what browsers are told. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RateLimit.class, BrowserSettings.class})
class EdgeConfiguration {

    private static final String FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    Customizer<HttpSecurity> rateLimits(RateLimit limit, JsonMapper json) {
        CallerBuckets buckets = new CallerBuckets(limit, TimeMeter.SYSTEM_NANOTIME);
        return http ->
                http.addFilterBefore(new RateLimitFilter(buckets, limit.window(), json), AuthorizationFilter.class);
    }

    @Bean
    Customizer<HttpSecurity> crossOrigins(BrowserSettings browsers, JsonMapper json) {
        return http -> http.addFilterBefore(new CrossOriginFilter(browsers.origins(), json), CorsFilter.class);
    }

    /** Beside those that are sent anyway: no sniffing of types, no frames, and over TLS never again without it. */
    @Bean
    Customizer<HttpSecurity> securityHeaders(BrowserSettings browsers, AccessProperties access) {
        return http -> http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(browsers.policy(access.issuer())))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(features -> features.policy(FEATURES))
                .crossOriginResourcePolicy(others -> others.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
    }

    /** Whoever tries again on the page for errors would be rejected by the same header once more. */
    @Bean
    RequestRejectedHandler illegibleRequests(JsonMapper json) {
        Problem illegible = Problem.of(HttpProblem.MALFORMED_REQUEST, "The address or a header cannot be read");
        return (_, response, _) -> AccessConfiguration.write(response, json, illegible);
    }

    /** Of the API page: whoever reads it need not guess the characters. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> charactersOfTexts() {
        MimeMappings texts = new MimeMappings(Map.of(
                "html", "text/html;charset=utf-8",
                "css", "text/css;charset=utf-8",
                "js", "text/javascript;charset=utf-8"));
        return server -> server.addMimeMappings(texts);
    }

    /** Last, since the container's own settings would replace it. */
    @Bean
    @Order
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> headLimits() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setProperty("maxHeaderCount", Integer.toString(SizeLimit.HEADERS.most()));
            connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(SizeLimit.HEAD.most()));
        });
    }
}
