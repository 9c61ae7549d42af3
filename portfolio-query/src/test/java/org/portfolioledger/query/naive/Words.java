package org.portfolioledger.query.naive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.serialization.FactSerializer;
import org.portfolioledger.vocabulary.DatePrecision;
import org.portfolioledger.vocabulary.DateQualifier;
import org.portfolioledger.vocabulary.Provenance;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is left of a fact and its corrections.
 *
 * @param fact position of the fact whose words these are
 * @param place position of the first of them: there they are replayed among those of one day
 * @param retracted null, or the reason for which they count no more and are only shown
 */
record Words(
        GovernanceFact content,
        long fact,
        long place,
        List<String> unmetRules,
        List<Long> restsOn,
        @Nullable String retracted) {

    static final JsonMapper JSON = FactSerializer.mapper();

    LocalDate from() {
        return content.provenance().effectiveOn();
    }

    /** A value on the grounds of these words. */
    ObjectNode ground(Object value) {
        Provenance provenance = content.provenance();
        ObjectNode grounded = JSON.createObjectNode();
        grounded.set("value", JSON.valueToTree(value));
        grounded.put("since", from().toString()).put("fact", fact);
        if (place != fact) grounded.put("inPlaceOf", place);
        if (provenance.precision() != null && provenance.precision() != DatePrecision.DAY)
            grounded.put("datePrecision", provenance.precision().name());
        if (Boolean.TRUE.equals(provenance.inferred())) grounded.put("inferred", true);
        if (provenance.dateQualifier() == DateQualifier.NO_LATER_THAN)
            grounded.put("dateQualifier", DateQualifier.NO_LATER_THAN.name());
        if (!unmetRules.isEmpty()) grounded.set("unmetRules", JSON.valueToTree(unmetRules));
        if (!restsOn.isEmpty()) grounded.set("restsOn", JSON.valueToTree(restsOn));
        return grounded;
    }

    /** Puts a value on these grounds into a state; null takes it out. */
    void put(ObjectNode state, String member, @Nullable Object value) {
        if (value == null) state.remove(member);
        else state.set(member, ground(value));
    }

    /** The members of the fact, without some. */
    ObjectNode members(String... without) {
        ObjectNode members = JSON.valueToTree(content);
        members.remove("provenance");
        for (String member : without) members.remove(member);
        return members;
    }
}
