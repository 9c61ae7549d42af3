package org.portfolioledger.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Marking;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are accepted, and what their claims mean.
 *
 * @param issuer address of the issuer, exactly as its tokens name it in {@code iss}; its keys are found through it
 * @param audience what a token must name in {@code aud}: a token for another system is not accepted
 * @param keys address of the issuer's keys (a JWK set), where they are not fetched from where the issuer says
 * @param keysFreshFor how soon a key that the issuer withdraws is no longer accepted
 * @param keysKeptFor how long the last keys serve while the issuer cannot be reached
 * @param markings that an account may read whose token does not say which
 */
@ConfigurationProperties("portfolio-ledger.access")
public record AccessProperties(
        @Nullable String issuer,
        @DefaultValue("portfolio-ledger") String audience,
        @Nullable String keys,
        @DefaultValue("5m") Duration keysFreshFor,
        @DefaultValue("1h") Duration keysKeptFor,

        @DefaultValue({"NOT_PROTECTIVELY_MARKED", "OFFICIAL"})
        Set<Marking> markings,

        @DefaultValue Claims claims) {

    /**
     * In which claims a token says who its account is. A dot leads into an object, as in {@code realm_access.roles}.
     *
     * @param account name of the account
     * @param person id in the directory of people
     * @param kind {@code PERSON}, {@code SERVICE} or {@code AGENT}; a token without it is a person's
     * @param onBehalfOf id of the person for whom a service or an agent acts
     * @param roles lists of roles, which count together
     * @param markings list of the markings that the account may read
     */
    public record Claims(
            @DefaultValue("sub") String account,
            @DefaultValue("person") String person,
            @DefaultValue("account_kind") String kind,
            @DefaultValue("on_behalf_of") String onBehalfOf,
            @DefaultValue({"roles", "realm_access.roles"}) List<String> roles,
            @DefaultValue("markings") String markings) {}
}
