using Rootscope.Numerics;

namespace Rootscope.Roots.Validation;

/// <summary>Exchanges among some of several things, at random.</summary>
internal static class Permutations
{
    /// <summary>Where each of <paramref name="count"/> things goes; those that are not among the exchanged stay.</summary>
    /// <param name="among">The things that are exchanged.</param>
    /// <param name="count">How many things there are.</param>
    /// <param name="random">The draws.</param>
    public static int[] Of(IReadOnlyList<int> among, int count, RandomStream random)
    {
        int[] shuffled = [.. among];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = random.NextIndex(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        int[] target = [.. Enumerable.Range(0, count)];
        for (int i = 0; i < among.Count; i++)
        {
            target[among[i]] = shuffled[i];
        }

        return target;
    }
}
