import { Button } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { organizationChangesKeepPerson, type UnitNodeView } from '../../client/api.js';
import { organizationWords } from '../../words/organization.words.js';
import { ChoiceField, DayField, KeptDialog, TextField, dayIn } from './kept-dialog.js';

interface PersonValues {
  readonly name: string;
  readonly gender: 'female' | 'male';
  readonly birthDate: Dayjs;
  readonly unitId: string;
  readonly reason: string;
}

/** 添加人员. */
export function AddPerson({ units }: { readonly units: readonly UnitNodeView[] }) {
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => open(true)}>
        {organizationWords.addPerson}
      </Button>
      {isOpen && (
        <KeptDialog<PersonValues>
          title={organizationWords.addPerson}
          onClose={() => open(false)}
          send={(values, id) =>
            organizationChangesKeepPerson({
              path: { id },
              body: { ...values, birthDate: dayIn(values.birthDate) },
            })
          }
        >
          <TextField name="name" label={organizationWords.name} />
          <ChoiceField
            name="gender"
            label={organizationWords.gender}
            options={[
              { value: 'female', label: organizationWords.female },
              { value: 'male', label: organizationWords.male },
            ]}
          />
          <DayField name="birthDate" label={organizationWords.birthDate} />
          <ChoiceField
            name="unitId"
            label={organizationWords.unit}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </KeptDialog>
      )}
    </>
  );
}
