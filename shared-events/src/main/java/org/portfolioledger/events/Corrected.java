package org.portfolioledger.events;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;

/**
 * A fact took another's place, in the other's stream and register; both stay.
 *
 * @param fact position of the fact that it corrects
 * @param reason why
 * @param replacementRevision revision of the replacement's type; null without a replacement
 * @param replacement null: the corrected fact was entered in error
 * @param provenance when the replacement holds; if left out, as stated for the corrected fact
 */
public record Corrected(
        long fact,
        String reason,
        @Nullable Integer replacementRevision,

        @Nullable
        @JsonTypeInfo(
                use = JsonTypeInfo.Id.NAME,
                include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                property = "replacementType")
        GovernanceFact replacement,

        Provenance provenance)
        implements GovernanceFact {}
