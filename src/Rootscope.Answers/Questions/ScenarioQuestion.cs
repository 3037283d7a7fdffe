using System.Security.Cryptography;
using System.Text;
using Rootscope.Roots;
using Rootscope.Shocks.Lenses;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Answers.Questions;

/// <summary>What a scenario costs whom: the scenario, and how the economy that it happens to is made from the table it names.</summary>
/// <param name="Scenario">The scenario as text (YAML), as docs/schema/scenario.md describes it.</param>
/// <remarks>The economy is that of the root ranking: the same options with the same defaults.</remarks>
public sealed record ScenarioQuestion(string Scenario) : Question
{
    internal const string Name = "scenario";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <summary>What is done with capital goods.</summary>
    public CapitalTreatment Capital { get; init; } = CapitalTreatment.On;

    /// <summary>A file that says which industries take which capital goods; null spreads every product by depreciation.</summary>
    public string? CapitalFlows { get; init; }

    /// <summary>How technologies that the scenario names are split off (<see cref="EconomyQuestion.Technologies"/>).</summary>
    public string Technologies { get; init; } = EconomyQuestion.Auto;

    /// <summary>Whether products differ in elasticity by how hard they are to replace.</summary>
    public RatingUse Ratings { get; init; } = RatingUse.On;

    /// <summary>A named set of elasticities, or a file; null for the scenario's own.</summary>
    public string? Elasticities { get; init; }

    /// <summary>
    /// Whether factors of production move between the industries of a region under the equilibrium lens; null for what the scenario says.
    /// </summary>
    public FactorMobility? Factors { get; init; }

    /// <summary>Elasticity of substitution among exports, in a table of one region; null for what the scenario says.</summary>
    public double? Exports { get; init; }

    /// <summary>How essential inputs are under the cascade lens: a word or a file; null counts each by its share of all cost.</summary>
    public string? Essentiality { get; init; }

    /// <summary>How often what is not known is drawn; null for as often as the scenario says.</summary>
    public int? Draws { get; init; }

    /// <summary>The seed of the draws.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The lenses, in the order of their results.</summary>
    public IReadOnlyList<ILens> Lenses { get; init; } = LensRegistry.Default.All;

    internal static IReadOnlyList<QuestionField<ScenarioQuestion>> Fields { get; } =
    [
        QuestionFields.Text<ScenarioQuestion>("scenario", q => q.Scenario, (q, v) => q with { Scenario = v ?? string.Empty }),
        QuestionFields.Word<ScenarioQuestion, CapitalTreatment>(
            "capital",
            QuestionWords.Capitals,
            q => q.Capital,
            (q, v) => q with { Capital = v ?? q.Capital }
        ),
        QuestionFields.Text<ScenarioQuestion>("capitalFlows", q => q.CapitalFlows, (q, v) => q with { CapitalFlows = v }),
        QuestionFields.Text<ScenarioQuestion>(
            "technologies",
            q => q.Technologies,
            (q, v) => q with { Technologies = v ?? EconomyQuestion.Auto }
        ),
        QuestionFields.Word<ScenarioQuestion, RatingUse>(
            "ratings",
            QuestionWords.Ratings,
            q => q.Ratings,
            (q, v) => q with { Ratings = v ?? q.Ratings }
        ),
        QuestionFields.Text<ScenarioQuestion>("elasticities", q => q.Elasticities, (q, v) => q with { Elasticities = v }),
        QuestionFields.Word<ScenarioQuestion, FactorMobility>(
            "factors",
            QuestionWords.Factors,
            q => q.Factors,
            (q, v) => q with { Factors = v }
        ),
        new(
            "exports",
            q => q.Exports,
            (q, json) => q with { Exports = json.ValueKind == System.Text.Json.JsonValueKind.Null ? null : json.GetDouble() }
        ),
        QuestionFields.Text<ScenarioQuestion>("essentiality", q => q.Essentiality, (q, v) => q with { Essentiality = v }),
        QuestionFields.WholeOrNone<ScenarioQuestion>("draws", q => q.Draws, (q, v) => q with { Draws = checked((int?)v) }),
        QuestionFields.Whole<ScenarioQuestion>("seed", q => q.Seed, (q, v) => q with { Seed = v }),
        QuestionFields.Texts<ScenarioQuestion>(
            "lens",
            q => [.. q.Lenses.Select(l => l.Word)],
            (q, v) => q with { Lenses = [.. v.Select(w => QuestionWords.Lenses.Read("lens", w))] }
        ),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<QuestionFault> Faults()
    {
        List<QuestionFault> faults = [.. Economy(EconomyQuestion.DefaultTable).Faults()];
        if (string.IsNullOrWhiteSpace(Scenario))
        {
            faults.Add(new QuestionFault("scenario", "{scenario} is empty.", "Give its text: name, table and shocks."));
        }

        faults.AddRange(CommonFaults.OfExports(Exports ?? EquilibriumOptions.UsualExportsElasticity));
        if (Draws is < 0 or 1 or > ScenarioFiles.MostDraws)
        {
            faults.Add(
                new QuestionFault(
                    "draws",
                    $"{{draws}} cannot be {Draws}.",
                    $"Give 0 for none, or a whole number from 2 to {ScenarioFiles.MostDraws}: a band needs two."
                )
            );
        }

        if (Lenses.Count == 0)
        {
            faults.Add(
                new QuestionFault("lens", "{lens} names no model.", $"Name some of {string.Join(", ", LensRegistry.Default.Words)}.")
            );
        }

        return faults;
    }

    /// <summary>Whether both ask the same, the list of lenses included.</summary>
    public bool Equals(ScenarioQuestion? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    /// <summary>
    /// SHA-256 of the question with what the scenario says in place of how it is written, and of its table: two texts of one scenario have
    /// one. Lower-case hexadecimal.
    /// </summary>
    /// <param name="scenario">The scenario that the text holds.</param>
    /// <param name="table">Its table.</param>
    public string RunHash(Scenario scenario, FlowTable table)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(table);
        string canonical = (this with { Scenario = scenario.ContentHash }).ToJson();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical + table.ContentHash)));
    }

    /// <summary>The economy that is asked about, once its table is known.</summary>
    internal EconomyQuestion Economy(string table) =>
        new(table)
        {
            Capital = Capital,
            CapitalFlows = CapitalFlows,
            Technologies = Technologies,
            Ratings = Ratings,
            Elasticities = Elasticities ?? EconomyQuestion.DefaultElasticities,
        };

    internal override IEnumerable<KeyValuePair<string, object?>> Values() => Fields.Select(f => KeyValuePair.Create(f.Name, f.Value(this)));
}
