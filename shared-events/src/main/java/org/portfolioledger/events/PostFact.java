package org.portfolioledger.events;

import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Provenance;
import org.portfolioledger.vocabulary.Role;

/** Facts about a post, and who holds it. Stream {@code post-{id}}. */
public sealed interface PostFact extends GovernanceFact {

    /**
     * A post was put on record.
     *
     * @param portfolio in which its holder has a role; null: in none
     * @param role that its holder has in that portfolio; null where no portfolio is named
     * @param attributes what the source also says and no field holds, by name
     */
    record PostEstablished(
            String post,
            String register,
            String title,
            @Nullable String portfolio,
            @Nullable Role role,
            SortedMap<String, String> attributes,
            Provenance provenance)
            implements PostFact, Opening {}

    /**
     * Somebody took the post. The earlier holder no longer holds it.
     *
     * @param person id of the person
     * @param kind how it is held; never {@code VACANT}
     * @param appointmentLetter reference of the appointment letter
     * @param expectedEnd first day on which the person is no longer expected to hold it
     * @param timeCommitment share of working time, in percent (1 to 100)
     * @param delegatedAuthority what the holder may decide alone, in the words of the letter
     * @param delegatedLimit highest cost that the holder may approve alone
     * @param handoverNote reference of the note with which the work was handed over to the person
     */
    record PostFilled(
            String post,
            String person,
            AppointmentKind kind,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String delegatedAuthority,
            @Nullable Money delegatedLimit,
            @Nullable String handoverNote,
            Provenance provenance)
            implements PostFact {}

    /**
     * Its holder left it, and nobody took it over.
     *
     * @param handoverNote reference of the note that the holder left
     */
    record PostVacated(
            String post, @Nullable String reason, @Nullable String handoverNote, Provenance provenance)
            implements PostFact {}

    /**
     * The post no longer exists, and nobody holds it.
     *
     * @param successor id of the post that took over its work; null: none
     */
    record PostClosed(String post, String reason, @Nullable String successor, Provenance provenance)
            implements PostFact {}
}
