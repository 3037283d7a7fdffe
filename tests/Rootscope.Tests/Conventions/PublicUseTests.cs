using System.Reflection;
using System.Text.RegularExpressions;

namespace Rootscope.Tests.Conventions;

/// <summary>
/// What is public somebody uses: another project, a sample, the documentation, or the signature of a public type that is used so.
/// </summary>
public partial class PublicUseTests
{
    private const BindingFlags Members =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Each library with the folder of its sources.</summary>
    private static readonly Dictionary<Assembly, string> Libraries = new()
    {
        [Repository.Library] = "src/Rootscope/",
        [Repository.Storage] = "src/Rootscope.Storage/",
        [Repository.Answers] = "src/Rootscope.Answers/",
    };

    [Fact]
    public void A_public_type_is_named_outside_its_project_or_stands_in_the_signature_of_one_that_is()
    {
        Dictionary<string, HashSet<string>> words = Words();
        HashSet<Type> types = [.. Libraries.Keys.SelectMany(a => a.GetExportedTypes())];
        var used = new HashSet<Type>();
        var toFollow = new Stack<Type>(types.Where(t => IsNamedOutside(t, words)));
        while (toFollow.TryPop(out Type? type))
        {
            if (used.Add(type))
            {
                foreach (Type named in Signature(type).SelectMany(Parts).Where(types.Contains))
                {
                    toFollow.Push(named);
                }
            }
        }

        Repository.Forbid(
            "Nobody outside uses these: make them internal, or say in docs what they are for (docs/decisions/0028-what-is-public.md):",
            types.Except(used).Select(t => t.FullName!).Order(StringComparer.Ordinal)
        );
    }

    private static bool IsNamedOutside(Type type, Dictionary<string, HashSet<string>> words)
    {
        string name = type.Name.Split('`')[0];
        return words.Any(w => w.Key != Libraries[type.Assembly] && w.Value.Contains(name));
    }

    /// <summary>The words of each project's code, by the folder of the project, and those of code in the documentation.</summary>
    private static Dictionary<string, HashSet<string>> Words()
    {
        var words = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (string file in Repository.Files(".cs", ".razor", ".md"))
        {
            string[] parts = file.Split('/');
            string? owner =
                file.EndsWith(".md", StringComparison.Ordinal) ? (IsOfUsers(file) ? "docs" : null)
                : parts[0] == "src" ? $"src/{parts[1]}/"
                : parts[0] is "samples" or "eng" ? parts[0]
                : null;
            if (owner is null)
            {
                continue;
            }

            HashSet<string> found = words.TryGetValue(owner, out HashSet<string>? known)
                ? known
                : words[owner] = new(StringComparer.Ordinal);
            found.UnionWith(owner == "docs" ? CodeOf(file).SelectMany(Repository.WordsIn) : Repository.WordsOf(file));
        }

        return words;
    }

    /// <summary>Pages for those who use the library; decisions and the changelog tell of its past.</summary>
    private static bool IsOfUsers(string page) =>
        page == "README.md"
        || (page.StartsWith("docs/", StringComparison.Ordinal) && !page.StartsWith("docs/decisions/", StringComparison.Ordinal));

    /// <summary>What a page shows as code.</summary>
    private static IEnumerable<string> CodeOf(string page) =>
        CodeInText().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(m => m.Value);

    private static IEnumerable<Type> Signature(Type type)
    {
        IEnumerable<Type?> types =
        [
            type.BaseType,
            type.DeclaringType,
            .. type.GetInterfaces(),
            .. type.GetGenericArguments().SelectMany(a => a.GetGenericParameterConstraints()),
            .. type.GetMembers(Members).SelectMany(Signature),
        ];
        return types.OfType<Type>();
    }

    private static IEnumerable<Type> Signature(MemberInfo member) =>
        member switch
        {
            MethodBase { IsPrivate: false, IsAssembly: false, IsFamilyAndAssembly: false } method =>
            [
                .. method.GetParameters().Select(p => p.ParameterType),
                .. method is MethodInfo { ReturnType: var type } ? [type] : Type.EmptyTypes,
                .. method.IsGenericMethodDefinition
                    ? method.GetGenericArguments().SelectMany(a => a.GetGenericParameterConstraints())
                    : Type.EmptyTypes,
            ],
            FieldInfo { IsPrivate: false, IsAssembly: false, IsFamilyAndAssembly: false } field => [field.FieldType],
            _ => [],
        };

    /// <summary>The definitions that a type is put together from.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    [GeneratedRegex(@"```csharp.*?```|`[^`\n]+`", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeInText();
}
