package org.portfolioledger.query;

import java.util.List;
import org.portfolioledger.edge.AccessConfiguration;
import org.portfolioledger.edge.RefusedToStart;
import org.portfolioledger.query.answer.Answers;
import org.portfolioledger.query.answer.Asked;
import org.portfolioledger.query.answer.AskedPages;
import org.portfolioledger.query.answer.AskedResolver;
import org.portfolioledger.query.answer.HeldTags;
import org.portfolioledger.query.answer.Rows;
import org.portfolioledger.query.answer.Streams;
import org.portfolioledger.query.history.StoredFacts;
import org.portfolioledger.query.point.Points;
import org.portfolioledger.query.row.FollowerHealth;
import org.portfolioledger.query.row.Following;
import org.portfolioledger.query.row.Keeping;
import org.portfolioledger.query.row.Rebuild;
import org.portfolioledger.query.row.RowOf;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** All of the read half but its database, which is a bean of whoever starts it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryProperties.class)
@Import(AccessConfiguration.class)
@ComponentScan(excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PortfolioQuery.class))
public class QueryConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asked.class);
    }

    /** @throws RefusedToStart if a kind of entity makes no rows: its facts would stop the follower */
    @Bean
    Keeping keeping(QueryDatabase database, List<RowOf<?>> families, JsonMapper json, QueryProperties properties) {
        requireEveryKind(families.stream().map(family -> family.kind().name()).toList());
        return new Keeping(database.rows(), database.listening(), families, json, properties.pace());
    }

    static void requireEveryKind(List<String> kept) {
        List<String> kinds = Kinds.ALL.stream().map(Kind::name).sorted().toList();
        List<String> rows = kept.stream().sorted().toList();
        if (!kinds.equals(rows))
            throw new RefusedToStart("The kinds of entity are %s but rows are made of %s: each kind needs one RowOf."
                    .formatted(kinds, rows));
    }

    @Bean
    Following following(Keeping keeping, QueryProperties properties) {
        return keeping.following(properties.follow());
    }

    @Bean
    FollowerHealth followerHealthIndicator(Keeping keeping, Following following) {
        return new FollowerHealth(keeping, following);
    }

    @Bean
    Rebuild rebuild(Keeping keeping) {
        return keeping.rebuild();
    }

    @Bean
    Points points(Keeping keeping, Following following) {
        return new Points(keeping, following);
    }

    @Bean
    Rows rows(QueryDatabase database, JsonMapper json) {
        return new Rows(JdbcClient.create(database.rows()), json);
    }

    @Bean
    Streams streams(QueryDatabase database) {
        return new Streams(JdbcClient.create(database.rows()));
    }

    @Bean
    StoredFacts storedFacts(QueryDatabase database) {
        return new StoredFacts(JdbcClient.create(database.rows()));
    }

    @Bean
    Answers answers(Points points, Rows rows, Streams streams, JsonMapper json) {
        return new Answers(points, rows, streams, json);
    }

    @Bean
    HeldTags heldTags() {
        return new HeldTags();
    }

    @Bean
    AskedPages askedPages() {
        return new AskedPages();
    }

    @Bean
    WebMvcConfigurer questions() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AskedResolver());
            }
        };
    }
}
