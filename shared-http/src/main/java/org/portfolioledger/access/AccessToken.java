package org.portfolioledger.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.ActorKind;
import org.portfolioledger.vocabulary.Grant;
import org.portfolioledger.vocabulary.Marking;

/**
 * A personal or service access token, without its secret.
 *
 * @param id the part of the token that is no secret
 * @param name what its owner calls it
 * @param account of whoever issued it
 * @param owner the person of that account
 * @param person as whom it asks: the owner, or a service
 * @param onBehalfOf id of the person for whom a service or an agent acts; null for a person
 * @param markings that it may read: those that its owner might when it was issued
 * @param scope what it may ask: {@code read}, or {@code read:} with a chapter behind it
 * @param expiresAt the moment from which on it no longer counts
 * @param lastUsedAt to the minute; null where it was never used
 * @param revokedAt null where it was not
 * @param revokedBy id of the person
 */
public record AccessToken(
        String id,
        String name,
        String account,
        String owner,
        String person,
        ActorKind kind,
        @Nullable String onBehalfOf,
        Set<Grant> roles,
        Set<Marking> markings,
        List<String> scope,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {}
