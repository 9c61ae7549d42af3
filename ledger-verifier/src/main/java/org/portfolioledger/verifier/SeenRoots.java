package org.portfolioledger.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The roots that a growing tree has at the sizes at which others know its root. */
final class SeenRoots {

    private final TreeSet<Long> awaited;
    private long next;
    private final Map<Long, NodeHash> roots = new HashMap<>();
    private final Set<Long> hidden = new HashSet<>();

    SeenRoots(Set<Long> sizes) {
        awaited = new TreeSet<>(sizes);
        await();
    }

    /** Looks at a tree after each leaf or subtree. */
    void look(LogTree tree) {
        while (next <= tree.size()) {
            if (next == tree.size()) roots.put(next, tree.root());
            else hidden.add(next);
            awaited.remove(next);
            await();
        }
    }

    private void await() {
        next = awaited.isEmpty() ? Long.MAX_VALUE : awaited.first();
    }

    /** Empty if the tree did not grow so far, or grew beyond it by a whole subtree. */
    Optional<NodeHash> at(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    /** Whether a subtree reaches over a size. */
    boolean isHidden(long size) {
        return hidden.contains(size);
    }
}
