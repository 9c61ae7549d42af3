package org.portfolioledger.command.businesscase;

import java.util.List;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.businesscase.BusinessCaseCommand.WriteVersion;
import org.portfolioledger.command.powers.Powers;
import org.portfolioledger.events.BusinessCaseFact;
import org.portfolioledger.events.BusinessCaseFact.BusinessCaseVersionRecorded;
import org.portfolioledger.events.BusinessCaseFact.CaseFigure;
import org.portfolioledger.events.BusinessCaseFact.FigureKind;
import org.portfolioledger.state.BusinessCaseState;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;
import org.portfolioledger.vocabulary.Money;

/** Versions of a business case: papers that never change (rule 8), and figures as the source states them (rule 14). */
final class CaseVersions {

    private CaseVersions() {}

    static Decision<BusinessCaseFact> write(WriteVersion write, History<RecordedFact, BusinessCaseState> history) {
        int version = write.version() == null ? nextVersion(write, history) : write.version();
        Findings findings = new Findings()
                .require(
                        version > 0,
                        Finding.of(BusinessCaseRule.VERSION_TAKEN, "Version %s is below 1".formatted(version))
                                .at("/version"));
        Powers.requireHash(write.paper(), "/paper", findings);
        Powers.requireAmount(write.cost(), "/cost", findings);
        requireQualified(write.cost(), "/cost", findings);
        for (int i = 0; i < write.figures().size(); i++) {
            CaseFigure figure = write.figures().get(i);
            String pointer = "/figures/%s/money".formatted(i);
            // A benefit may be lost: a saving below zero.
            if (figure.kind() == FigureKind.BENEFIT) Powers.requireSignedAmount(figure.money(), pointer, findings);
            else Powers.requireAmount(figure.money(), pointer, findings);
            requireQualified(figure.money(), pointer, findings);
        }
        return Decision.of(versioned(write, version), findings);
    }

    /** What the source does not qualify is recorded as it is, and never completed (rule 14). */
    private static void requireQualified(Money money, String pointer, Findings findings) {
        findings.require(
                money.isQualified(),
                Finding.of(
                                BusinessCaseRule.AMOUNT_NOT_QUALIFIED,
                                "The price basis of the amount is %s, its confidence %s"
                                        .formatted(money.priceBasis(), money.confidence()))
                        .at(pointer));
    }

    private static int nextVersion(WriteVersion write, History<RecordedFact, BusinessCaseState> history) {
        return EntryChecks.nextVersion(
                EntryChecks.facts(history.entries(), BusinessCaseVersionRecorded.class)
                        .toList(),
                BusinessCaseVersionRecorded::version,
                version -> versioned(write, version));
    }

    private static BusinessCaseVersionRecorded versioned(WriteVersion write, int version) {
        return new BusinessCaseVersionRecorded(
                write.businessCase(),
                version,
                write.cost(),
                write.paper(),
                write.dimensions(),
                write.figures(),
                write.provenance());
    }

    /** A version is written once, with a paper of its own. */
    static List<Finding> findings(List<EffectiveEntry<RecordedFact>> entries) {
        List<Finding> taken = EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof BusinessCaseVersionRecorded written ? written.version() : null,
                version -> Finding.of(BusinessCaseRule.VERSION_TAKEN, "Version %s is taken".formatted(version))
                        .at("/version"));
        if (!taken.isEmpty()) return taken;
        return EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof BusinessCaseVersionRecorded written
                        ? written.paper().sha256()
                        : null,
                hash -> Finding.of(
                                BusinessCaseRule.VERSION_WITHOUT_NEW_PAPER,
                                "The paper %s is that of another version".formatted(hash))
                        .at("/paper/sha256"));
    }
}
