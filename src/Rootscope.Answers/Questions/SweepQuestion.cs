using Rootscope.Shocks.Lenses.Equilibrium.Nests;

namespace Rootscope.Answers.Questions;

/// <summary>How the cost of a scenario hangs on an elasticity of substitution: loss against it, as a curve.</summary>
/// <param name="Asked">The scenario and its economy; lenses are left aside, and all products share the elasticity.</param>
/// <example><c>new SweepQuestion(text) { Nest = Nest.AmongInputs }</c></example>
public sealed record SweepQuestion(ScenarioQuestion Asked) : Question
{
    internal const string Name = "sweep";

    /// <summary>The sweep of a scenario's own elasticity.</summary>
    /// <param name="scenario">The scenario as text.</param>
    public SweepQuestion(string scenario)
        : this(new ScenarioQuestion(scenario)) { }

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>The nest whose elasticity is swept; null for the one that the scenario works on first.</summary>
    public Nest? Nest { get; init; }

    internal static IReadOnlyList<QuestionField<SweepQuestion>> Fields { get; } =
    [
        .. ScenarioQuestion
            .Fields.Where(f => f.Name is not ("lens" or "essentiality"))
            .Select(f => f.In<SweepQuestion>(q => q.Asked, (q, a) => q with { Asked = a })),
        QuestionFields.Word<SweepQuestion, Nest>("sweep", QuestionWords.SweptNests, q => q.Nest, (q, v) => q with { Nest = v }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults() => Asked.Faults();

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
