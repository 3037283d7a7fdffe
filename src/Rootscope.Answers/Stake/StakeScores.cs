using Rootscope.Roots.Validation;

namespace Rootscope.Answers.Stake;

/// <summary>What is at stake as measures to hold against an expert list.</summary>
/// <param name="Measures">
/// At stake and its leverage for all supply, then for imports; where guards are asked for, what is at stake without ratings and with
/// capital goods spread by depreciation.
/// </param>
/// <param name="Permuted">What is at stake with flows exchanged, and with ratings exchanged; empty where no guards are asked for.</param>
public sealed record StakeScores(IReadOnlyList<MeasureValues> Measures, IReadOnlyList<PermutedMeasure> Permuted);
