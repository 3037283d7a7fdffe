using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Rootscope.Hosts.Tests.Conventions;

/// <summary>A type that stands in a file: its namespace and name.</summary>
internal sealed record UsedType(string Space, string Name);

/// <summary>Which types of an assembly use which, read from what the compiler wrote: signatures, bodies, lambdas and iterators.</summary>
/// <remarks>Constants leave no trace in what is compiled.</remarks>
internal static class AssemblyUses
{
    /// <summary>The types under a namespace.</summary>
    public static IReadOnlyList<UsedType> Types(Assembly assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return [.. Own(module, root).Select(Outermost)];
    }

    /// <summary>Every pair of types under a namespace of which the first uses the second.</summary>
    public static IReadOnlyCollection<(UsedType From, UsedType To)> Of(Assembly assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        var pairs = new HashSet<(UsedType, UsedType)>();
        foreach (TypeDefinition type in Own(module, root))
        {
            UsedType from = Outermost(type);
            foreach (UsedType to in Named(type).SelectMany(Parts).Where(t => IsIn(t, root)).Select(Outermost).Where(t => t != from))
            {
                pairs.Add((from, to));
            }
        }

        return pairs;
    }

    private static IEnumerable<TypeDefinition> Own(ModuleDefinition module, string root) => module.Types.Where(t => IsIn(t, root));

    private static bool IsIn(TypeReference type, string root)
    {
        string space = Outermost(type).Space;
        return space == root || space.StartsWith(root + ".", StringComparison.Ordinal);
    }

    private static UsedType Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return new UsedType(type.Namespace, type.Name);
    }

    /// <summary>All that a type and those inside it name.</summary>
    private static IEnumerable<TypeReference> Named(TypeDefinition type) =>
        [
            .. type.BaseType is { } parent ? [parent] : Array.Empty<TypeReference>(),
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.CustomAttributes.Select(a => a.AttributeType),
            .. type.Fields.Select(f => f.FieldType),
            .. type.Methods.SelectMany(Named),
            .. type.NestedTypes.SelectMany(Named),
        ];

    private static IEnumerable<TypeReference> Named(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [],
            .. method.HasBody ? method.Body.Instructions.SelectMany(Named) : [],
        ];

    private static IEnumerable<TypeReference> Named(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod call => [call.DeclaringType, call.ReturnType, .. call.GenericArguments],
            MethodReference call => [call.DeclaringType, call.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        };

    /// <summary>A type with all that it is made of: elements of arrays and arguments of generic types.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericInstanceType made => made.GenericArguments.SelectMany(Parts).Append(made.ElementType),
            TypeSpecification made => Parts(made.ElementType),
            GenericParameter => [],
            _ => [type],
        };
}
