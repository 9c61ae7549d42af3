package org.portfolioledger.command.post;

import java.util.ArrayList;
import java.util.List;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Evidence;
import org.portfolioledger.command.Family;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.post.PostCommand.ClosePost;
import org.portfolioledger.command.post.PostCommand.EstablishPost;
import org.portfolioledger.command.post.PostCommand.FillPost;
import org.portfolioledger.command.post.PostCommand.VacatePost;
import org.portfolioledger.command.terms.Terms;
import org.portfolioledger.command.terms.TermsRule;
import org.portfolioledger.events.AppointmentFact.AppointmentKind;
import org.portfolioledger.events.PostFact;
import org.portfolioledger.events.PostFact.PostClosed;
import org.portfolioledger.events.PostFact.PostEstablished;
import org.portfolioledger.events.PostFact.PostFilled;
import org.portfolioledger.events.PostFact.PostVacated;
import org.portfolioledger.state.Kinds;
import org.portfolioledger.state.PostState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Role;

/** The rules of posts. */
final class Post extends Family<PostCommand, PostFact, PostState> {

    Post() {
        super(Kinds.POST, PostCommand.class, PostCommand.ROUTES, PostRule.values());
    }

    @Override
    protected Decision<PostFact> decide(
            PostCommand command, History<RecordedFact, PostState> history, Evidence evidence) {
        return switch (command) {
            case EstablishPost establish -> establish(establish, evidence);
            case FillPost fill -> fill(fill, evidence);
            case VacatePost vacate -> Decision.stating(PostVacated.class, vacate, new Findings());
            case ClosePost close -> close(close, evidence);
        };
    }

    private static Decision<PostFact> establish(EstablishPost establish, Evidence evidence) {
        Role role = establish.role();
        Findings findings = new Findings()
                .require(
                        (role == null) == (establish.portfolio() == null),
                        Finding.of(
                                        TermsRule.ROLE_DOES_NOT_FIT,
                                        role == null
                                                ? "The post names a portfolio and no role in it"
                                                : "The post names the role %s and no portfolio".formatted(role))
                                .at(role == null ? "/role" : "/portfolio"))
                .require(
                        role == null || role.isOfPortfolio(),
                        Finding.of(TermsRule.ROLE_DOES_NOT_FIT, "A portfolio has no role %s".formatted(role))
                                .at("/role"))
                .requireKnown(Kinds.PORTFOLIO, establish.portfolio(), "/portfolio", evidence);
        return Decision.stating(PostEstablished.class, establish, findings);
    }

    private static Decision<PostFact> fill(FillPost fill, Evidence evidence) {
        Findings findings = new Findings()
                .requirePerson(fill.person(), "/person", evidence)
                .require(
                        fill.kind() != AppointmentKind.VACANT,
                        Finding.of(TermsRule.HOLDER_DOES_NOT_FIT, "Somebody who takes a post does not leave it vacant")
                                .at("/kind"));
        Terms.require(
                fill.provenance().effectiveOn(),
                fill.expectedEnd(),
                fill.timeCommitment(),
                fill.delegatedLimit(),
                findings);
        return Decision.stating(PostFilled.class, fill, findings);
    }

    private static Decision<PostFact> close(ClosePost close, Evidence evidence) {
        Findings findings = new Findings()
                .require(
                        !close.post().equals(close.successor()),
                        Finding.of(
                                        PostRule.POST_SUCCEEDS_ITSELF,
                                        "The post %s would succeed itself".formatted(close.post()))
                                .at("/successor"))
                .requireKnown(Kinds.POST, close.successor(), "/successor", evidence);
        return Decision.stating(PostClosed.class, close, findings);
    }

    @Override
    protected List<Finding> invariants(PostState state) {
        return EntryChecks.closedAfterItBegan(state, state.title(), PostRule.POST_CLOSED_BEFORE_IT_BEGAN);
    }

    /** Nothing comes after the closure, and who leaves the post held it for a day at least. */
    @Override
    protected List<Finding> historyInvariants(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> findings = new ArrayList<>(EntryChecks.nothingAfter(
                entries,
                PostClosed.class::isInstance,
                fact -> !(fact instanceof PostEstablished),
                TermsRule.POST_IS_CLOSED,
                "closed"));
        EffectiveEntry<RecordedFact> held = null;
        for (EffectiveEntry<RecordedFact> entry : entries) {
            switch (Kinds.POST.fact(entry)) {
                case PostFilled _ -> held = entry;
                case PostVacated _ -> {
                    if (held == null) findings.add(heldByNobody(entry));
                    else if (!held.effectiveOn().isBefore(entry.effectiveOn())) findings.add(neverHeld(entry, held));
                    held = null;
                }
                case PostEstablished _, PostClosed _ -> {}
            }
        }
        return findings;
    }

    private static Finding heldByNobody(EffectiveEntry<RecordedFact> entry) {
        return Finding.contradiction(
                        PostRule.POST_HELD_BY_NOBODY,
                        "Nobody holds the post on %s".formatted(entry.effectiveOn()),
                        entry,
                        List.of())
                .at("/effectiveOn");
    }

    private static Finding neverHeld(EffectiveEntry<RecordedFact> entry, EffectiveEntry<RecordedFact> held) {
        return Finding.contradiction(
                        PostRule.POST_NEVER_HELD,
                        "The post was taken on %s, and would be left on that day".formatted(entry.effectiveOn()),
                        entry,
                        List.of(held))
                .at("/effectiveOn");
    }
}
