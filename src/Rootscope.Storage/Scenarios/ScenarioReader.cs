using Rootscope.Catalogue;
using Rootscope.Shocks.Kinds;
using Rootscope.Shocks.Lenses.Equilibrium;
using Rootscope.Shocks.Lenses.Equilibrium.Nests;
using Rootscope.Shocks.Lenses.Equilibrium.World;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>Reads one scenario against the table that it names.</summary>
internal sealed class ScenarioReader(
    Func<YamlBlock> open,
    TableLibrary tables,
    ShockKinds kinds,
    Func<FlowTable, TechnologyBridge?>? bridgeOf,
    string? folder
)
{
    private const string DefaultElasticities = "short-run";

    private readonly FaultList _faults = new();
    private readonly List<string> _notes = [];
    private Lazy<TechnologyBridge?> _bridge = new(() => null);

    public ScenarioReading Read()
    {
        if (_faults.Try(open) is not { } file)
        {
            return new ScenarioReading { Faults = _faults.Faults, Notes = [] };
        }

        string? name = _faults.Try(() => file.Text("name"));
        FlowTable? table = _faults.Try(() => TableOf(file));
        _bridge = new Lazy<TechnologyBridge?>(() => table is null ? null : bridgeOf?.Invoke(table));
        double? horizon = _faults.Try(() => HorizonOf(file));
        _ = file.Find("note");
        IReadOnlyList<IShock>? shocks = ShocksOf(file, table);
        ElasticitySet? elasticities = _faults.Try(() => InlineElasticities.Of(file, "elasticities", DefaultElasticities, table));
        Replacement? replacement = _faults.Try(() => ReplacementOf(file));
        FactorMobility factors = _faults.Try(() => FactorsOf(file));
        double exports = _faults.Try(() =>
            file.FindNumber("exports", 0, 100, "an elasticity of substitution among exports") ?? EquilibriumOptions.UsualExportsElasticity
        );
        int draws = _faults.Try(() => DrawsOf(file));
        _ = _faults.Try<object>(() =>
        {
            file.RequireAllAsked();
            return null;
        });
        Scenario? scenario =
            _faults.Count > 0
                ? null
                : new Scenario
                {
                    Name = name!,
                    Table = table!.Metadata.Id,
                    HorizonMonths = horizon,
                    Factors = factors,
                    ExportsElasticity = exports,
                    Replacement = replacement,
                    Shocks = shocks!,
                    Elasticities = IrreplaceabilityData.Rate(elasticities!, table!),
                    Draws = draws,
                };
        if (scenario is not null)
        {
            RequireSplits(scenario, file);
        }

        return new ScenarioReading
        {
            Scenario = _faults.Count > 0 ? null : scenario,
            Table = table,
            Faults = [.. _faults.Faults.OrderBy(f => f.Line).ThenBy(f => f.Column)],
            Notes = [.. _notes.Distinct(StringComparer.Ordinal)],
        };
    }

    private FlowTable TableOf(YamlBlock file)
    {
        string name = file.Text("table");
        try
        {
            return tables.Read(name);
        }
        catch (UnknownNameException e)
        {
            throw file.Fault("table", e.Text);
        }
    }

    private static double? HorizonOf(YamlBlock file)
    {
        if (file.Find("horizon") is not { } text)
        {
            return null;
        }

        return ScenarioWords.Length(text) is > 0 and { } months
            ? months
            : throw file.Fault(
                "horizon",
                $"'horizon' is '{text}'. Give a length of time above 0 in months or years, such as '24 months' or '2 years'."
            );
    }

    private static Replacement? ReplacementOf(YamlBlock file) =>
        file.Find("replacement") switch
        {
            null or "never" => null,
            "by-product" => new Replacement(null),
            var text when ScenarioWords.Length(text) is > 0 and { } months => new Replacement(months),
            var text => throw file.Fault(
                "replacement",
                $"'replacement' is '{text}'. Give never, by-product (the years that it takes to replace each product) or a length of time "
                    + "above 0, such as '18 months'."
            ),
        };

    private static FactorMobility FactorsOf(YamlBlock file) =>
        file.Find("factors") switch
        {
            null or "mobile" => FactorMobility.Mobile,
            "fixed" => FactorMobility.Fixed,
            var word => throw file.Fault(
                "factors",
                $"'factors' is '{word}'. Give mobile (one price of factors in each region) or fixed (they stay in their industries)."
            ),
        };

    private static int DrawsOf(YamlBlock file)
    {
        int draws = file.FindWhole("draws") ?? 0;
        return draws is 0 or (>= 2 and <= ScenarioFiles.MostDraws)
            ? draws
            : throw file.Fault(
                "draws",
                $"'draws' is {draws}. Give 0 for none, or a whole number from 2 to {ScenarioFiles.MostDraws}: a band needs two."
            );
    }

    private IReadOnlyList<IShock>? ShocksOf(YamlBlock file, FlowTable? table)
    {
        IReadOnlyList<YamlBlock>? items = _faults.Try(() =>
        {
            if (!file.Has("shocks"))
            {
                throw file.Fault(
                    "shocks",
                    $"'shocks' is missing. Add 'shocks:' and below it one shock a line, such as '- ban: {{ product: c14, from: [USA], "
                        + $"to: [CHN] }}'. Kinds are {Kinds()}."
                );
            }

            IReadOnlyList<YamlBlock> blocks = file.Blocks("shocks");
            return blocks.Count > 0 ? blocks : throw file.Fault("shocks", "'shocks' is empty. Add at least one shock.");
        });
        return items is null ? null : [.. items.Select(item => _faults.Try(() => ShockOf(item, table))).OfType<IShock>()];
    }

    private IShock? ShockOf(YamlBlock item, FlowTable? table)
    {
        if (item.Keys.Count == 0)
        {
            throw item.Fault(string.Empty, $"this shock is empty. Kinds are {Kinds()}.");
        }

        string word = item.Keys[0];
        IShockKind? kind = kinds.Find(word);
        if (kind is null)
        {
            IReadOnlyList<string> near = NearestNames.Of(word, kinds.All.Select(k => k.Word));
            throw item.Fault(
                word,
                $"there is no kind of shock '{word}'.{(near.Count > 0 ? $" Nearest: {near[0]}." : string.Empty)} Kinds are {Kinds()}."
            );
        }

        if (item.Keys.Count > 1)
        {
            throw item.Fault(
                item.Keys[1],
                $"a shock is one kind with its values below it, but '{item.Keys[1]}' stands beside '{word}'. Indent the values further "
                    + $"than '{word}', or give each shock a '-' of its own."
            );
        }

        YamlBlock values = item.HoldsBlock(word)
            ? item.FindBlock(word)!
            : throw item.Fault(
                word,
                $"'{word}' has no values. Write '- {word}: {{ … }}'; its fields are {string.Join(", ", kind.Fields.Select(f => f.Name))}."
            );
        return new ShockReader(values, kind, table, _bridge, _faults, _notes, folder).Read();
    }

    /// <summary>Shares of carriers that contradict each other show only when all shocks are known.</summary>
    private void RequireSplits(Scenario scenario, YamlBlock file) =>
        _faults.Try<object>(() =>
        {
            try
            {
                scenario.RequireShares();
                return null;
            }
            catch (ModelException e)
            {
                throw file.Fault("shocks", e.Text);
            }
        });

    private string Kinds() => string.Join(", ", kinds.All.Select(k => k.Word));
}
