package org.portfolioledger.query.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.ledger.proof.Damage;
import org.portfolioledger.ledger.proof.LedgerLog;
import org.portfolioledger.ledger.proof.Patrol;
import org.portfolioledger.ledger.proof.Sealing;
import org.portfolioledger.ledger.proof.TreeHead;
import org.portfolioledger.ledger.proof.TreeRecord;
import org.portfolioledger.query.answer.ReadParameters;
import org.portfolioledger.query.answer.ReadParameters.Form;
import org.portfolioledger.query.answer.ReadRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the tree has grown, what was signed of it, and what the check of the whole log has found. */
@RestController
class LogCheckQueries {

    private static final int MOST_SHOWN = 100;

    private final LedgerLog log;

    LogCheckQueries(LedgerLog log) {
        this.log = log;
    }

    /**
     * The log as this process sees it.
     *
     * @param size number of facts in the tree
     * @param sealing what becomes of its heads; absent where this process signs none
     * @param signed the last signed head, of this log or of one that ended
     * @param why what an operator must know of it; null: nothing
     * @param keys with which its heads were signed, in their order
     * @param check the check of the whole log
     * @param damage the first 100 facts that are not as they were recorded, by position
     */
    record LogState(
            long size,
            Sealing.@Nullable State sealing,
            @Nullable SignedHead signed,
            @Nullable String why,
            List<TreeRecord.UsedKey> keys,
            Check check,
            List<Damage> damage) {}

    /**
     * A head that was signed.
     *
     * @param origin of its log
     * @param size number of facts below it
     * @param root in base64
     */
    record SignedHead(String origin, long size, String root) {

        static SignedHead of(TreeHead head) {
            return new SignedHead(head.origin(), head.size(), head.root().base64());
        }
    }

    /**
     * How far the check has come.
     *
     * @param position the last that was checked in this round
     * @param rounds that have ended
     * @param last the round that ended last; null: none has
     */
    record Check(
            long position,
            Instant begunAt,
            long rounds,
            @JsonInclude Patrol.@Nullable Round last) {}

    @GetMapping("/api/v1/audit/log")
    @Operation(
            summary = "Get how far the log is signed and checked, and what was found altered or missing",
            description = "For those who read everything.")
    @ReadParameters(Form.DIRECTORY)
    LogState state(ReadRequest request) {
        request.requireUnconfined();
        Sealing sealing = log.sealing().orElse(null);
        Patrol.Progress progress = log.tree().patrol();
        return new LogState(
                log.tree().size(),
                sealing == null ? null : sealing.state(),
                sealing == null || sealing.signed() == null ? null : SignedHead.of(sealing.signed()),
                sealing == null ? null : sealing.detail(),
                log.verifier().map(key -> log.tree().keys(key.name())).orElse(List.of()),
                new Check(progress.position(), progress.begunAt(), progress.rounds(), progress.last()),
                log.tree().damage(MOST_SHOWN).stream()
                        .map(found -> request.sight().isEverything() ? found : found.withoutEntry())
                        .toList());
    }
}
