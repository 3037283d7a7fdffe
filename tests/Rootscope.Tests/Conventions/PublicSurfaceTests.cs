using System.Reflection;
using Rootscope.Numerics.Work;

namespace Rootscope.Tests.Conventions;

/// <summary>What is public in the library and in Storage keeps its promises: sealed, without setters, documented, with units.</summary>
public class PublicSurfaceTests
{
    /// <summary>Classes that are meant to be derived from, with the reason.</summary>
    private static readonly Dictionary<string, string> Derivable = new(StringComparer.Ordinal)
    {
        ["Rootscope.RootscopeException"] = "what every error of Rootscope has in common",
        ["Rootscope.Repair"] = "it has two kinds, and no other can be made",
        ["Rootscope.Shocks.Lenses.ScenarioModel"] = "its one kind is generic in the state that a lens gathers; no other can be made",
        ["Rootscope.Shocks.Scenarios.DatedChange"] = "what every change that has its time has in common",
    };

    /// <summary>Words by which documentation says what a number is measured in.</summary>
    private static readonly string[] UnitWords =
    [
        "unit",
        "share",
        "ratio",
        "stages",
        "percent",
        "money",
        "years",
        "months",
        "days",
        "steps",
        "elasticity",
        "number between",
        "tolerance",
        "weight",
    ];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What has a number of its own kind (docs/decisions/0026-numbers-and-surface.md).</summary>
    private static readonly HashSet<string> Numbered = new(StringComparer.OrdinalIgnoreCase)
    {
        "sector",
        "industry",
        "region",
        "product",
        "country",
        "firm",
        "seller",
        "buyer",
        "supplier",
        "origin",
        "importer",
        "exporter",
        "extracted",
        "buyingRegion",
        "from",
        "to",
        "first",
        "second",
        "end",
        "aimedAt",
        "acting",
    };

    /// <summary>Integers and lists of them that number nothing of a table, of trade or of a network, with what they are.</summary>
    private static readonly Dictionary<string, string> OtherIntegers = new(StringComparer.Ordinal)
    {
        ["DependenceChurn.From"] = "a year",
        ["DependenceChurn.To"] = "a year",
        ["UpgradingPolicy.From"] = "a year",
        ["PlanFloor.Items"] = "items of a plan",
        ["ProgramConstraint.Terms"] = "variables of a program",
        ["PlanProblem.Exclusions"] = "items of a plan",
        ["PlanProblem.Orders"] = "items of a plan",
        ["PlanProblem.Required"] = "items of a plan",
        ["Concordance.Map"] = "places in the list of targets that comes with it",
        ["FirmGroups.Numbers"] = "numbers of codes",
        ["BandQuestion.RowsPerProduct"] = "counts",
        ["BalancedMatrix.StuckRows"] = "rows of any matrix",
        ["BalancedMatrix.StuckColumns"] = "columns of any matrix",
        ["FirmList.placeOf"] = "a row of a file",
        ["SupplyNetwork.placeOf"] = "a row of a file",
        ["PieceRange.First"] = "pieces of any job",
        ["PieceRange.End"] = "pieces of any job",
        ["PanelTotals.PartsOf"] = "places in the list of codes that comes with it",
        ["PreparedWorld.read"] = "the place of a shock among those that are solved",
    };

    private static readonly Type[] PublicTypes = [.. Repository.Library.GetExportedTypes().Concat(Repository.Storage.GetExportedTypes())];

    /// <summary>Those in which something of a table, of trade or of a network may be numbered.</summary>
    private static readonly Type[] Numbering = [.. Repository.Answers.GetExportedTypes().Concat(PublicTypes)];

    [Fact]
    public void Sectors_industries_and_regions_are_no_bare_numbers() =>
        Repository.Forbid(
            "Give these a number of its own kind, such as RegionNumber:",
            Values()
                .Where(v => v.Type == typeof(int) || v.Type == typeof(int?))
                .Where(v => Numbered.Contains(v.Name) && !IsOther(v.Owner, v.Name))
                .Select(v => $"{v.Owner.FullName}: {v.Name}")
        );

    [Fact]
    public void Lists_of_sectors_industries_and_regions_are_no_lists_of_integers() =>
        Repository.Forbid(
            "Give these numbers of a kind of their own, such as RegionNumber, or say in this test what they number:",
            Values()
                .Where(v => HoldsIntegers(v.Type))
                .Where(v => !v.Name.Equals("years", StringComparison.OrdinalIgnoreCase) && !IsOther(v.Owner, v.Name))
                .Select(v => $"{v.Owner.FullName}: {v.Name}")
        );

    [Fact]
    public void Other_integers_are_still_there() =>
        Repository.Forbid("These are gone:", OtherIntegers.Keys.Except(Values().Select(v => $"{v.Owner.Name.Split('`')[0]}.{v.Name}")));

    /// <summary>Whatever is given to a public member or got from it, with its name; a method's value has the name of the method.</summary>
    private static IEnumerable<(Type Owner, string Name, Type Type)> Values() =>
        from type in Numbering
        from member in type.GetMembers(Declared)
        from value in member switch
        {
            ConstructorInfo made => Parameters(made),
            MethodInfo { IsSpecialName: false } method => Parameters(method).Append((method.Name, method.ReturnType)),
            PropertyInfo property => property
                .GetIndexParameters()
                .Select(p => (p.Name!, p.ParameterType))
                .Append((property.Name, property.PropertyType)),
            FieldInfo { IsSpecialName: false } field => [(field.Name, field.FieldType)],
            _ => [],
        }
        select (type, value.Item1, value.Item2.IsByRef ? value.Item2.GetElementType()! : value.Item2);

    private static IEnumerable<(string, Type)> Parameters(MethodBase method) =>
        method.GetParameters().Select(p => (p.Name ?? string.Empty, p.ParameterType));

    /// <summary>Whether a type is put together from integers, and tells more with them than how far something is.</summary>
    private static bool HoldsIntegers(Type type) =>
        type.IsArray
            ? type.GetElementType() == typeof(int)
            : type.IsGenericType
                && type.GetGenericTypeDefinition() != typeof(Nullable<>)
                && type.GetGenericTypeDefinition() != typeof(IProgress<>)
                && type.GetGenericArguments().Any(a => a == typeof(int) || HoldsIntegers(a));

    private static bool IsOther(Type owner, string name) => OtherIntegers.ContainsKey($"{owner.Name.Split('`')[0]}.{name}");

    [Fact]
    public void Classes_are_sealed_static_or_meant_to_be_derived_from() =>
        Repository.Forbid(
            "Seal these, or give the reason in this test:",
            PublicTypes.Where(t => t.IsClass && !t.IsSealed && !Derivable.ContainsKey(t.FullName!)).Select(t => t.FullName!)
        );

    [Fact]
    public void What_may_be_derived_from_exists_and_is_abstract() =>
        Repository.Forbid(
            "These are no abstract public classes any more:",
            Derivable.Keys.Where(name => PublicTypes.FirstOrDefault(t => t.FullName == name) is not { IsAbstract: true, IsSealed: false })
        );

    [Fact]
    public void Nothing_public_can_be_set_after_it_was_made() =>
        Repository.Forbid(
            "These have setters or fields that can be written:",
            PublicTypes
                .SelectMany(t =>
                    t.GetProperties(Declared)
                        .Where(p => p.SetMethod is { IsPublic: true } set && !IsInit(set))
                        .Select(p => $"{t.FullName}.{p.Name}")
                )
                .Concat(
                    PublicTypes
                        .Where(t => !t.IsEnum)
                        .SelectMany(t =>
                            t.GetFields(Declared).Where(f => !f.IsInitOnly && !f.IsLiteral).Select(f => $"{t.FullName}.{f.Name}")
                        )
                )
        );

    [Fact]
    public void Every_public_number_says_what_it_is_measured_in()
    {
        XmlDocumentation[] pages = [XmlDocumentation.Of(Repository.Library), XmlDocumentation.Of(Repository.Storage)];
        Repository.Forbid(
            "Say the unit in the documentation of these (or of their type):",
            PublicTypes.SelectMany(t =>
                NumbersOf(t)
                    .Where(n =>
                        !pages.Any(p =>
                            Array.Exists(UnitWords, w => p.TextOf(t, n.Member, n.Parameter).Contains(w, StringComparison.OrdinalIgnoreCase))
                        )
                    )
                    .Select(n => $"{t.FullName}.{n.Name}")
            )
        );
    }

    private static IEnumerable<(MemberInfo Member, string? Parameter, string Name)> NumbersOf(Type type)
    {
        foreach (PropertyInfo property in type.GetProperties(Declared).Where(p => IsNumber(p.PropertyType)))
        {
            yield return (property, property.Name, property.Name);
        }

        foreach (MethodInfo method in type.GetMethods(Declared).Where(m => !m.IsSpecialName && IsNumber(m.ReturnType)))
        {
            yield return (method, null, method.Name + "()");
        }
    }

    private static bool IsNumber(Type type) =>
        type == typeof(double)
        || type == typeof(double?)
        || type == typeof(double[])
        || type == typeof(ReadOnlySpan<double>)
        || type == typeof(ReadOnlyMemory<double>)
        || type == typeof(IReadOnlyList<double>)
        || type == typeof(IReadOnlyList<double?>);

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");
}
