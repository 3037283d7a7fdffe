namespace Rootscope.Answers.Economies;

/// <summary>One step by which an economy under study was made from its table.</summary>
/// <param name="Name">Which step: table, region, capital, technologies or ratings.</param>
/// <param name="Done">What was done, in a few words.</param>
/// <param name="Source">Where what it needed is from: a table, a bridge, a set, a file. Empty where it needed nothing.</param>
public sealed record EconomyStep(string Name, string Done, string Source)
{
    /// <summary>The step in one line.</summary>
    public override string ToString() => Source.Length > 0 ? $"{Name}: {Done} ({Source})" : $"{Name}: {Done}";
}
