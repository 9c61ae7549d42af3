package org.portfolioledger.query;

import java.util.List;
import org.portfolioledger.http.AccessAuditDatabase;
import org.portfolioledger.http.AccessConfiguration;
import org.portfolioledger.http.ApiSchemas;
import org.portfolioledger.query.answer.Answer;
import org.portfolioledger.query.answer.FirstSpellingFilter;
import org.portfolioledger.query.answer.IfNoneMatchFilter;
import org.portfolioledger.query.answer.PortfolioMembers;
import org.portfolioledger.query.answer.ReadOperationCustomizer;
import org.portfolioledger.query.answer.ReadRequest;
import org.portfolioledger.query.answer.ReadRequestArgumentResolver;
import org.portfolioledger.query.answer.Responses;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.StoredFacts;
import org.portfolioledger.query.answer.Streams;
import org.portfolioledger.query.answer.ViewTypes;
import org.portfolioledger.query.database.QueryDatabase;
import org.portfolioledger.query.database.Reads;
import org.portfolioledger.query.point.Names;
import org.portfolioledger.query.point.Sights;
import org.portfolioledger.query.point.TimePointResolver;
import org.portfolioledger.query.row.FollowerHealth;
import org.portfolioledger.query.row.ProjectionLifecycle;
import org.portfolioledger.query.row.Rebuild;
import org.portfolioledger.query.row.RowProjection;
import org.portfolioledger.query.row.RowType;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** All of the read half but its database, which is a bean of whoever starts it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryProperties.class)
@Import(AccessConfiguration.class)
@ComponentScan(excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PortfolioQueryApplication.class))
public class QueryConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ReadRequest.class).addResponseTypeToIgnore(Answer.class);
    }

    @Bean
    RowProjection projection(QueryDatabase database, JsonMapper json, QueryProperties properties) {
        return new RowProjection(database, RowType.ALL, json, properties.pace());
    }

    @Bean
    ProjectionLifecycle following(RowProjection projection, QueryProperties properties) {
        return projection.following(properties.follow());
    }

    @Bean
    FollowerHealth followerHealthIndicator(RowProjection projection, ProjectionLifecycle following) {
        return new FollowerHealth(projection, following);
    }

    @Bean
    Rebuild rebuild(RowProjection projection) {
        return projection.rebuild();
    }

    @Bean
    Sights sights(QueryDatabase database, JsonMapper json) {
        return new Sights(Reads.planned(database.rows().reader()), json);
    }

    @Bean
    TimePointResolver points(RowProjection projection, ProjectionLifecycle following, Sights sights) {
        return new TimePointResolver(projection, following, sights);
    }

    @Bean
    AccessAuditDatabase queryAccesses(QueryDatabase database) {
        return new AccessAuditDatabase(database.ledger());
    }

    @Bean
    Rows rows(QueryDatabase database, JsonMapper json) {
        return new Rows(database.rows().reader(), json);
    }

    @Bean
    PortfolioMembers portfolioMembers(QueryDatabase database, Rows rows, JsonMapper json) {
        return new PortfolioMembers(database.rows().reader(), rows, json);
    }

    @Bean
    Streams streams(QueryDatabase database) {
        return new Streams(Reads.prepared(database.rows().reader()));
    }

    @Bean
    StoredFacts storedFacts(QueryDatabase database) {
        return new StoredFacts(Reads.planned(database.rows().reader()));
    }

    @Bean
    Names names(QueryDatabase database) {
        return new Names(Reads.prepared(database.rows().reader()));
    }

    @Bean
    Responses answers(TimePointResolver points, Names names, Rows rows, Streams streams, JsonMapper json) {
        return new Responses(points, names, rows, streams, json);
    }

    @Bean
    IfNoneMatchFilter ifNoneMatchFilter() {
        return new IfNoneMatchFilter();
    }

    @Bean
    ViewTypes viewTypes() {
        return new ViewTypes();
    }

    @Bean
    FirstSpellingFilter firstSpellingFilter(ObjectProvider<Names> names, ObjectProvider<TimePointResolver> points) {
        return new FirstSpellingFilter(names::getObject, points::getObject);
    }

    @Bean
    ReadOperationCustomizer readOperationCustomizer(ApiSchemas schemas) {
        return new ReadOperationCustomizer(schemas);
    }

    @Bean
    WebMvcConfigurer questions(ObjectProvider<TimePointResolver> points) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ReadRequestArgumentResolver(points::getObject));
            }
        };
    }
}
