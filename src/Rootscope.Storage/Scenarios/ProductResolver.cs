using System.Globalization;
using Rootscope.Catalogue;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Scenarios;

/// <summary>
/// Finds what a shock names: industries of its table, or technologies of the catalogue with the industry that carries them.
/// </summary>
/// <remarks>
/// Where a bridge splits the technology off, it is that part, and the file may leave carrier and share out. Otherwise a technology that is
/// only part of an industry is never assumed to be a share of it: the file has to say so.
/// </remarks>
internal sealed class ProductResolver(
    YamlBlock block,
    string key,
    FlowTable table,
    bool needsCarrier,
    Lazy<TechnologyBridge?> bridge,
    ICollection<string> notes
)
{
    private static readonly string Carrier = ShockFields.Carrier.Name;
    private static readonly string Share = ShockFields.ShareOfCarrier.Name;

    private readonly Lazy<TechnologyCatalogue> _catalogue = new(CatalogueLibrary.Read);

    public IReadOnlyList<ScenarioProduct> Products()
    {
        IReadOnlyList<string> names = block.OneOrMore(key);
        if (names.Count == 0)
        {
            throw block.Fault(key, $"'{key}' is empty. Name an industry of {table.Metadata.Id} or a technology of the catalogue.");
        }

        if (names is [ScenarioTable.AllWord])
        {
            RefuseCarrier("all products are meant");
            return [.. table.Sectors.Industries.Select(i => new ScenarioProduct(i.Code))];
        }

        if (names.Count > 1 && block.Has(Carrier))
        {
            throw block.Fault(
                Carrier,
                $"'{Carrier}' goes with one technology, but '{key}' names {names.Count}. Write one shock " + $"for each."
            );
        }

        return [.. names.Select(Product).DistinctBy(p => p.WorkingCode)];
    }

    private ScenarioProduct Product(string name, int item)
    {
        if (Whole(name) is { } industry)
        {
            RefuseCarrier($"'{name}' is the industry {industry.Code} {industry.Name} itself");
            return new ScenarioProduct(industry.Code);
        }

        if (TechnologyCalled(name) is { } technology)
        {
            return Carried(technology, item);
        }

        try
        {
            var found = new ScenarioProduct(table.Sectors.Industries[table.Sectors.FindIndustry(name)].Code);
            RefuseCarrier($"'{name}' is an industry of {table.Metadata.Id} itself");
            return found;
        }
        catch (UnknownNameException e)
        {
            IReadOnlyList<string> near = _catalogue.Value.Nearest(name);
            throw block.Fault(
                key,
                item,
                near.Count > 0
                    ? FaultText.Of($"{e.Text} Nearest technology of the catalogue: {near[0]}.")
                    : FaultText.Of($"{e.Text} For technologies of the catalogue see {Repair.Step(RepairStep.ListTechnologies)}.")
            );
        }
    }

    /// <summary>The industry that has exactly this code or name.</summary>
    private Industry? Whole(string name) =>
        table.Sectors.Industries.FirstOrDefault(i =>
            Same(i.Code, name) || Same(i.Name, name) || (i.LocalName.Length > 0 && Same(i.LocalName, name))
        );

    private Technology? TechnologyCalled(string name) => _catalogue.Value.Called(name);

    private ScenarioProduct Carried(Technology technology, int item)
    {
        if (!needsCarrier)
        {
            return new ScenarioProduct(technology.Id, technology.Id, technology.Name);
        }

        IndustryCode[] known = Classification.Find(table.Metadata.Classification) is { } classification
            ? [.. _catalogue.Value.CarriersOf(technology, classification).Where(c => table.Sectors.TryFindIndustry(c.Code, out _))]
            : [];
        if (block.Has(Carrier))
        {
            return Declared(technology, known);
        }

        if (PartOf(technology) is { } part)
        {
            return OfPart(technology, part);
        }

        if (known.FirstOrDefault() is { Grade: PurityGrade.A } pure && !block.Has(Share))
        {
            notes.Add(
                $"{technology.Name} is taken as the whole of {pure.Code} {NameOf(pure.Code)}, which the catalogue gives grade A (about "
                    + $"half of it or more). Declare '{Carrier}' and '{Share}' to take only a part."
            );
            return new ScenarioProduct(pure.Code, technology.Id, technology.Name);
        }

        throw block.Fault(key, item, Undeclared(technology, known));
    }

    /// <summary>The part that stands for a technology; null where nothing splits it off this table.</summary>
    private BridgePart? PartOf(Technology technology) =>
        bridge.Value?.Find(technology.Id) is { } found && table.Sectors.TryFindIndustry(found.Part.Split.Parent, out _) ? found.Part : null;

    /// <summary>A technology that the file declares no carrier for, because a part of the table or a class stands for it.</summary>
    private ScenarioProduct OfPart(Technology technology, BridgePart part)
    {
        string parent = part.Split.Parent;
        if (block.Find(Share) is { } text)
        {
            double? share = ScenarioWords.Number(text) is { } value && ShockFields.ShareOfCarrier.Range!.Holds(value) ? value : 1;
            if (Doubted(technology, part, share.Value) is not { } doubt)
            {
                notes.Add(DeclaredInWords(technology, parent, share.Value) + ".");
            }
            else
            {
                notes.Add(doubt);
            }

            return new ScenarioProduct(parent, technology.Id, technology.Name, share);
        }

        if (part.IsWhole)
        {
            notes.Add($"{technology.Name} is taken as the whole of {parent} {NameOf(parent)}, the table's own class for it.");
            return new ScenarioProduct(parent, technology.Id, technology.Name);
        }

        string? several =
            part.Technologies.Count > 1 ? string.Join("; ", part.Technologies.Select(t => _catalogue.Value.Find(t.Id).Name)) : null;
        notes.Add(
            $"{technology.Name} is seen through {part.Split.Name}, split off from {parent} {NameOf(parent)}: an estimate. {part.Source}."
                + (several is null ? string.Empty : $" The part stands for {several}, which the table cannot tell apart.")
        );
        return new ScenarioProduct(parent, technology.Id, several is null ? technology.Name : part.Split.Name, ShareOfCarrier: null)
        {
            StandsFor = several,
        };
    }

    /// <summary>What the reference says against a declared share; null where the two are within a factor of two.</summary>
    private string? Doubted(Technology technology, BridgePart part, double share)
    {
        const double Far = 2;
        return BridgeLibrary.ShareOf(table, part) is > 0 and { } known && (share > Far * known || share < known / Far)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{DeclaredInWords(technology, part.Split.Parent, share)}: a declared share far from the reference, which has "
                    + $"{known * 100:0.###}% ({part.Split.Name}, all regions together): {share / known:0.##} times that. Leave "
                    + $"'{Share}' out to take "
                    + $"the reference's{(table.Sectors.Regions.Count > 1 ? ", region by region" : string.Empty)}."
            )
            : null;
    }

    private string DeclaredInWords(Technology technology, string code, double share)
    {
        bool hasPart = PartOf(technology) is { IsWhole: false } part && part.Split.Parent == code && share < 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{technology.Name} is declared as {share * 100:0.####}% of {code} {NameOf(code)}, "
                + $"{(hasPart ? "with recipe and buyers of its own" : "in every flow alike")}"
        );
    }

    private ScenarioProduct Declared(Technology technology, IndustryCode[] known)
    {
        string name = block.Text(Carrier);
        string code;
        try
        {
            code = table.Sectors.Industries[table.Sectors.FindIndustry(name)].Code;
        }
        catch (UnknownNameException e)
        {
            throw block.Fault(
                Carrier,
                e.Message + (known.Length > 0 ? $" The catalogue names {known[0].Code} as the carrier of {technology.Id}." : string.Empty)
            );
        }

        IndustryCode? graded = Array.Find(known, c => c.Code == code);
        string text =
            block.Find(Share)
            ?? throw block.Fault(
                Carrier,
                $"'{Carrier}' is given without '{Share}'. Add '{Share}: …', the share of {code} that is "
                    + $"{technology.Id}{(graded is null ? string.Empty : $"; {GradeInWords(graded.Grade)}")}."
            );

        // A share that is no number in range is the fault of its own field, which reports it.
        double share = ScenarioWords.Number(text) is { } value && ShockFields.ShareOfCarrier.Range!.Holds(value) ? value : 1;
        Note(technology, known, graded, code, share);
        return new ScenarioProduct(code, technology.Id, technology.Name, share);
    }

    private void Note(Technology technology, IndustryCode[] known, IndustryCode? graded, string code, double share)
    {
        if (PartOf(technology) is { IsWhole: false } part && part.Split.Parent == code && Doubted(technology, part, share) is { } doubt)
        {
            notes.Add(doubt);
            return;
        }

        string declared = DeclaredInWords(technology, code, share);
        if (graded is null)
        {
            notes.Add(
                known.Length == 0
                    ? $"{declared}."
                    : $"{declared}; the catalogue names {string.Join(", ", known.Select(c => c.Code))} as its "
                        + $"carrier{(known.Length > 1 ? "s" : string.Empty)}."
            );
            return;
        }

        bool fits = graded.Grade switch
        {
            PurityGrade.A => share >= 0.4,
            PurityGrade.B => share is >= 0.1 and <= 0.5,
            _ => share <= 0.1,
        };
        notes.Add(
            fits
                ? $"{declared}; the catalogue agrees (grade {graded.Grade}: {GradeInWords(graded.Grade)})."
                : $"{declared}; the catalogue doubts it (grade {graded.Grade}: {GradeInWords(graded.Grade)})."
        );
    }

    private FaultText Undeclared(Technology technology, IndustryCode[] known)
    {
        string head =
            $"{technology.Id} ({technology.Name}) is no industry of {table.Metadata.Id}, only part of one, and how much of it has to "
            + $"be declared.";
        if (known.FirstOrDefault() is not { } main)
        {
            return FaultText.Of(
                $"{head} Add '{Carrier}: CODE' with the industry that makes it (see "
                    + $"{Repair.Step(RepairStep.ListIndustries, table.Metadata.Id)}) and '{Share}: …'."
            );
        }

        string more = known.Length > 1 ? $" It also names {string.Join(", ", known.Skip(1).Select(c => c.Code))}." : string.Empty;
        return $"{head} Add '{Carrier}: {main.Code}' ({NameOf(main.Code)}, which carries it by the catalogue, grade {main.Grade}) and "
            + $"'{Share}: …' ({GradeInWords(main.Grade)}).{more}";
    }

    private void RefuseCarrier(string why)
    {
        string? given = new[] { Carrier, Share }.FirstOrDefault(block.Has);
        if (given is not null)
        {
            throw block.Fault(given, $"'{given}' goes with a technology of the catalogue, but {why}. Leave it out.");
        }
    }

    private string NameOf(string code) =>
        table.Sectors.TryFindIndustry(code, out IndustryNumber number) ? table.Sectors.Industries[number].Name : code;

    private static string GradeInWords(PurityGrade grade) =>
        grade switch
        {
            PurityGrade.A => "about half of the industry or more",
            PurityGrade.B => "between 0.1 and 0.5",
            _ => "below 0.1",
        };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
