namespace Rootscope.Shocks.Lenses.Cascade.Spreading;

/// <summary>One way in which losses travel, as a map from losses to losses that only grows, and its slope.</summary>
internal interface ICascadeChannel
{
    /// <summary>next ← the losses one step after <paramref name="losses"/>, never below what was lost at the start.</summary>
    void Step(ReadOnlySpan<double> losses, Span<double> next);

    /// <summary>Fixes the slope at some losses: the worst group of inputs of each firm, and how far others replace it.</summary>
    /// <param name="losses">The losses.</param>
    /// <param name="next">The losses one step later.</param>
    /// <param name="isFree">Set where a loss follows others; firms at their own shock, at 1, or whose loss comes from nowhere but a cycle
    /// stay.</param>
    /// <param name="followMarkets">Whether replacement shrinks along the slope, or is held.</param>
    void Linearise(ReadOnlySpan<double> losses, ReadOnlySpan<double> next, Span<bool> isFree, bool followMarkets);

    /// <summary>result ← slope · change, at the free firms.</summary>
    void Apply(ReadOnlySpan<double> change, Span<double> result, ReadOnlySpan<bool> isFree);
}
