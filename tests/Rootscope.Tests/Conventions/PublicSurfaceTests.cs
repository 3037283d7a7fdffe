using System.Reflection;

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
    };

    private static readonly Type[] PublicTypes = [.. Repository.Library.GetExportedTypes().Concat(Repository.Storage.GetExportedTypes())];

    [Fact]
    public void Sectors_industries_and_regions_are_no_bare_numbers() =>
        Repository.Forbid(
            "Give these a number of its own kind, such as RegionNumber:",
            PublicTypes.SelectMany(t =>
                t.GetMembers(Declared)
                    .SelectMany(m =>
                        m switch
                        {
                            MethodBase method => method.GetParameters().Select(p => (p.Name, Type: p.ParameterType)),
                            PropertyInfo property => property
                                .GetIndexParameters()
                                .Select(p => (p.Name, Type: p.ParameterType))
                                .Append((property.Name, Type: property.PropertyType)),
                            _ => [],
                        }
                    )
                    .Where(p => p.Type == typeof(int) || p.Type == typeof(int?) || p.Type == typeof(int).MakeByRefType())
                    .Where(p => p.Name is not null && Numbered.Contains(p.Name))
                    .Select(p => $"{t.FullName}: {p.Name}")
            )
        );

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
