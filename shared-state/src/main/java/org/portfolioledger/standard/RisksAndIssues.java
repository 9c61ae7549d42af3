package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.events.RiskFact.RiskKind;
import org.portfolioledger.events.RiskFact.RiskProximity;
import org.portfolioledger.events.RiskFact.RiskScoreKind;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RiskState;
import org.portfolioledger.state.RiskState.ChosenResponse;
import org.portfolioledger.state.RiskState.RiskScore;
import org.portfolioledger.vocabulary.Holder;

/** Risks and issues: those that are not closed. */
final class RisksAndIssues {

    static final DataSource<RiskState> RISKS = source(DataEntity.RISK, RiskKind.RISK);
    static final DataSource<RiskState> ISSUES = source(DataEntity.ISSUE, RiskKind.ISSUE);

    private RisksAndIssues() {}

    private static DataSource<RiskState> source(DataEntity entity, RiskKind kind) {
        return new DataSource<>(
                entity,
                of -> of.risks().stream()
                        .filter(risk -> risk.isOpen() && risk.kind().value() == kind)
                        .map(risk -> new DataSource.Part<>(risk.risk(), risk, false))
                        .toList(),
                paths());
    }

    private static List<DataPath<RiskState>> paths() {
        List<DataPath<RiskState>> paths = new ArrayList<>(List.of(
                DataPath.text("id", "its id", risk -> risk.title().as(risk.risk())),
                DataPath.text("title", "its title", RiskState::title),
                DataPath.text("cause", "what may bring it about", RiskState::cause),
                DataPath.text("event", "what may happen", RiskState::event),
                DataPath.text("effect", "what would come of it", RiskState::effect),
                DataPath.text("level", "level of its register", RiskState::level),
                DataPath.text("status", "how far it has come", RiskState::status),
                DataPath.text("owner", "who owns it: id of a person, or a post", RiskState::owner),
                DataPath.text(
                        "owner.person", "id of the person who owns it", risk -> part(risk.owner(), Holder::person)),
                DataPath.text("owner.post", "the post that owns it", risk -> part(risk.owner(), Holder::post)),
                DataPath.text("heldByPost", "id of the post on record whose holder owns it", RiskState::heldByPost),
                DataPath.of("reviewBy", DataFormat.DATE, "last day on which it is to be reviewed", RiskState::reviewBy),
                DataPath.text("review", "what the last review found", RiskState::review),
                DataPath.of(
                        "proximity",
                        DataFormat.DATE,
                        "day on which it may happen",
                        risk -> part(risk.proximity(), RiskProximity::on)),
                DataPath.text(
                        "proximity.words",
                        "when it may happen, in words",
                        risk -> part(risk.proximity(), RiskProximity::words)),
                DataPath.text(
                        "response",
                        "what is done about it, in words",
                        risk -> part(risk.response(), ChosenResponse::description)),
                DataPath.text(
                        "response.kind",
                        "kind of what is done about it",
                        risk -> part(risk.response(), ChosenResponse::response)),
                DataPath.text(
                        "materialisation", "what happened, of an issue that was a risk", RiskState::materialisation),
                DataPath.keyed(
                        "attributes",
                        "a further attribute, by name",
                        (risk, name) -> part(risk.attributes(), attributes -> attributes.get(name)))));
        scores(paths, "", "present: the residual one, or the inherent one where there is none", null);
        scores(paths, "inherent.", "before any response", RiskScoreKind.INHERENT);
        scores(paths, "residual.", "with what is done by now", RiskScoreKind.RESIDUAL);
        scores(paths, "target.", "to which the response is to bring it", RiskScoreKind.TARGET);
        return List.copyOf(paths);
    }

    /** The numbers of one score; of the present one where none is named. */
    private static void scores(
            List<DataPath<RiskState>> paths, String prefix, String which, @Nullable RiskScoreKind kind) {
        paths.add(DataPath.of(
                prefix + "probability",
                DataFormat.WHOLE_NUMBER,
                "its probability, 1 to 5, " + which,
                risk -> part(score(risk, kind), RiskScore::probability)));
        paths.add(DataPath.of(
                prefix + "impact",
                DataFormat.WHOLE_NUMBER,
                "its impact, 1 to 5, " + which,
                risk -> part(score(risk, kind), RiskScore::impact)));
        paths.add(DataPath.of(
                prefix + "score",
                DataFormat.WHOLE_NUMBER,
                "product of probability and impact, " + which,
                risk -> part(score(risk, kind), RiskScore::score)));
    }

    private static @Nullable Grounded<RiskScore> score(RiskState risk, @Nullable RiskScoreKind kind) {
        return kind == null ? risk.present() : risk.scores().get(kind);
    }
}
