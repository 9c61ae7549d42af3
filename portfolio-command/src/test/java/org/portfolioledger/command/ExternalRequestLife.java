package org.portfolioledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portfolioledger.command.OwnLaws.staysClosed;
import static org.portfolioledger.command.OwnLaws.told;

import java.util.Set;
import org.portfolioledger.events.ExternalRequestFact;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestAnswered;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestReopened;
import org.portfolioledger.events.ExternalRequestFact.ExternalRequestWithdrawn;
import org.portfolioledger.events.GovernanceFact;
import org.portfolioledger.state.ExternalRequestState;
import org.portfolioledger.state.Kind;
import org.portfolioledger.state.Kinds;

/** A life of the family {@link ExternalRequestFact}. */
final class ExternalRequestLife implements Life<ExternalRequestState> {

    @Override
    public Kind<?, ExternalRequestState> kind() {
        return Kinds.EXTERNAL_REQUEST;
    }

    @Override
    public String id() {
        return "REQ";
    }

    @Override
    public Given beginning() {
        return Life.office()
                .facts(
                        DocumentFacts.document("DOC", 1, "2020-01-01"),
                        ExternalRequestFacts.externalRequest("REQ", "B0", null, "2020-01-01"));
    }

    @Override
    public GovernanceFact asked(Sent sent, String day) {
        return switch (sent.kind() % 8) {
            case 0 -> ExternalRequestFacts.requestAssigned("REQ", "p" + sent.which() % 4, day);
            case 1 -> ExternalRequestFacts.requestDue("REQ", "2020-01-0" + (1 + sent.other() % 9), day);
            case 2 -> ExternalRequestFacts.requestPromised("REQ", day, day);
            case 3, 4 -> ExternalRequestFacts.requestAnswered("REQ", "DOC", day);
            case 5 -> ExternalRequestFacts.requestReopened("REQ", null, day);
            case 6 ->
                sent.other() % 3 == 0
                        ? ExternalRequestFacts.requestWithdrawn("REQ", day)
                        : ExternalRequestFacts.requestReopened("REQ", "2020-02-01", day);
            default -> ExternalRequestFacts.externalRequest("REQ", "B0", null, day);
        };
    }

    /** Only what is reopened is answered again. */
    @Override
    public void keepsLaw(Given given) {
        boolean[] answered = {false};
        told(given, Kinds.EXTERNAL_REQUEST, "REQ").forEach(fact -> {
            if (fact instanceof ExternalRequestAnswered) {
                assertThat(answered[0]).isFalse();
                answered[0] = true;
            }
            if (fact instanceof ExternalRequestReopened) {
                assertThat(answered[0]).isTrue();
                answered[0] = false;
            }
        });
        staysClosed(given, Kinds.EXTERNAL_REQUEST, "REQ", ExternalRequestWithdrawn.class);
    }

    @Override
    public Set<String> colliding() {
        return Set.of("REQUEST_ANSWERED_ALREADY", "REQUEST_WITHDRAWN_ALREADY");
    }
}
