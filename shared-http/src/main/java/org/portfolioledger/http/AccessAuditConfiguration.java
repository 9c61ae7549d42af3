package org.portfolioledger.http;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The record of accesses, kept in the database of the half that was named first. */
@Configuration(proxyBeanMethods = false)
class AccessAuditConfiguration {

    @Bean
    AccessAudit accessAudit(ObjectProvider<AccessAuditDatabase> databases) {
        AccessAuditDatabase database = databases.orderedStream().findFirst().orElseThrow();
        return new AccessAudit(new AccessTable(database.dataSource()), InstantSource.system()).start();
    }

    @Bean
    FilterRegistrationBean<AccessAuditFilter> accessAuditFilter(AccessAudit audit) {
        FilterRegistrationBean<AccessAuditFilter> filter =
                new FilterRegistrationBean<>(new AccessAuditFilter(audit, System::nanoTime));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return filter;
    }

    /** Before whatever refuses who is signed in. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Customizer<HttpSecurity> signedInNoted() {
        return http -> http.addFilterBefore(new AccessAuditFilter.SignedInNoted(), AuthorizationFilter.class);
    }
}
