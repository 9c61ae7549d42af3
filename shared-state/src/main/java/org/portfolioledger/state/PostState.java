package org.portfolioledger.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import org.portfolioledger.vocabulary.Money;
import org.portfolioledger.vocabulary.Role;

/**
 * A post, and who holds it.
 *
 * @param role that its holder has in a portfolio; null: in none
 * @param holder null: nobody
 * @param vacancy how its last holder left; null: somebody holds it, or nobody ever has
 * @param closure how it ended; null: it exists
 */
@RecordBuilder
public record PostState(
        @JsonProperty("id") String post,
        String register,
        Grounded<String> title,
        @Nullable Grounded<PostRole> role,
        @Nullable Grounded<PostHolder> holder,
        @Nullable Grounded<PostVacancy> vacancy,
        Grounded<SortedMap<String, String>> attributes,
        @Nullable Grounded<PostClosure> closure)
        implements PostStateBuilder.With, Closable, Referring {

    /** A role in a portfolio. */
    public record PostRole(Role role, String portfolio) {}

    /**
     * Who holds a post.
     *
     * @param expectedEnd first day on which the person is no longer expected to hold it
     * @param timeCommitment share of working time, in percent
     */
    public record PostHolder(
            String person,
            AppointmentKind kind,
            @Nullable String appointmentLetter,
            @Nullable LocalDate expectedEnd,
            @Nullable Integer timeCommitment,
            @Nullable String delegatedAuthority,
            @Nullable Money delegatedLimit,
            @Nullable String handoverNote)
            implements Alerting {

        @Override
        public Set<Alert> alerts(LocalDate asOf) {
            return Alert.ofTerm(kind, expectedEnd, asOf);
        }
    }

    /** How the last holder of a post left it. */
    public record PostVacancy(
            @Nullable String reason, @Nullable String handoverNote) {}

    /**
     * How a post ended.
     *
     * @param successor id of the post that took over its work; null: none
     */
    public record PostClosure(String reason, @Nullable String successor) {}

    static PostState established(PostEstablished established, Grounds grounds) {
        String portfolio = established.portfolio();
        Role role = established.role();
        return new PostState(
                established.post(),
                established.register(),
                grounds.ground(established.title()),
                portfolio == null || role == null ? null : grounds.ground(new PostRole(role, portfolio)),
                null,
                null,
                grounds.ground(established.attributes()),
                null);
    }

    PostState evolve(PostFact fact, Grounds grounds) {
        return switch (fact) {
            case PostEstablished again ->
                established(again, grounds)
                        .withHolder(holder)
                        .withVacancy(vacancy)
                        .withClosure(closure);
            case PostFilled filled -> withHolder(grounds.ground(holder(filled))).withVacancy(null);
            case PostVacated vacated ->
                withHolder(null).withVacancy(grounds.ground(new PostVacancy(vacated.reason(), vacated.handoverNote())));
            case PostClosed closed ->
                withHolder(null)
                        .withVacancy(null)
                        .withClosure(grounds.ground(new PostClosure(closed.reason(), closed.successor())));
        };
    }

    private static PostHolder holder(PostFilled filled) {
        return new PostHolder(
                filled.person(),
                filled.kind(),
                filled.appointmentLetter(),
                filled.expectedEnd(),
                filled.timeCommitment(),
                filled.delegatedAuthority(),
                filled.delegatedLimit(),
                filled.handoverNote());
    }

    /** By what it is held, or by what nobody holds it; null: nobody ever did. */
    @Nullable
    Grounded<?> holding() {
        if (holder != null) return holder;
        return vacancy != null ? vacancy : closure;
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (role != null)
            references.add(Reference.toFormer(Kinds.PORTFOLIO, role.value().portfolio(), role));
        if (closure != null)
            references.addAll(Reference.toMaybe(Kinds.POST, closure.value().successor(), closure));
        return references;
    }
}
